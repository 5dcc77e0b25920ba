using Market.Payments.Fees;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Desk;

/// <summary>The fees and corrections that wait for a second person.</summary>
public sealed class FeeMatters(FeeRuns runs, IStringLocalizer<FeeMatters> S) : IDeskMatters
{
    public IReadOnlyList<string> Rights => [PaymentsRights.ChargeFees];

    public async Task<IReadOnlyList<DeskMatter>> FindAsync()
    {
        var proposed = await runs.CountProposedAsync();
        return [new DeskMatter(50, S["Fees to approve"], proposed.ToString("N0"), proposed > 0, new DeskLink("PaymentsFees"))];
    }
}

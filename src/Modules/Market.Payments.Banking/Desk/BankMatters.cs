using Market.Payments.Banking.Statements;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Desk;

/// <summary>The lines of the bank that nobody has decided.</summary>
public sealed class BankMatters(StatementStore store, IStringLocalizer<BankMatters> S) : IDeskMatters
{
    public IReadOnlyList<string> Rights => [PaymentsRights.ViewBalances];

    public async Task<IReadOnlyList<DeskMatter>> FindAsync()
    {
        var waiting = await store.CountAsync(LineState.Waiting) + await store.CountAsync(LineState.Doubtful);
        return [new DeskMatter(40, S["Bank lines to match"], waiting.ToString("N0"), waiting > 0, new DeskLink("PaymentsBankLines"))];
    }
}

using Market.Payments.AccountBalances;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Desk;

/// <summary>What clients owe and hold, and what they announced.</summary>
public sealed class BalanceMatters(BalanceSums sums, IAnnouncedPayments announced, IStringLocalizer<BalanceMatters> S) : IDeskMatters
{
    public IReadOnlyList<string> Rights => [PaymentsRights.ViewBalances];

    public async Task<IReadOnlyList<DeskMatter>> FindAsync()
    {
        var totals = await sums.ReadAsync();
        var toConfirm = await announced.CountAsync();
        return
        [
            new DeskMatter(10, S["Clients owe"], totals.Owed.ForPeople(), totals.Owing > 0, DeskLink.Of("PaymentsBalances", "filter", nameof(BalanceFilter.ToPay)))
            {
                Detail = S.Plural(totals.Owing, "{0} account", "{0} accounts"),
                State = totals.Owing > 0 ? (-totals.Owed).StateClass() : null,
            },
            new DeskMatter(20, S["Held for clients"], totals.Held.ForPeople(), Waits: false, DeskLink.Of("PaymentsBalances", "filter", nameof(BalanceFilter.Credit)))
            {
                Detail = S.Plural(totals.Holding, "{0} account", "{0} accounts"),
                State = totals.Held.StateClass(),
            },
            new DeskMatter(30, S["Payments to confirm"], toConfirm.ToString("N0"), toConfirm > 0, new DeskLink("PaymentsPending"))
            {
                Detail = toConfirm > 0 ? S["{0} announced", totals.Announced.ForPeople()].Value : null,
            },
        ];
    }
}

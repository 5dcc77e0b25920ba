using Market.Payments.AccountBalances;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Desk;

/// <summary>The way to a payment: the account is chosen first.</summary>
public sealed class PaymentWays(IStringLocalizer<PaymentWays> S) : IDeskWays
{
    public IReadOnlyList<string> Rights => [PaymentsRights.RecordPayments];

    public Task<IReadOnlyList<DeskWay>> FindAsync() => Task.FromResult<IReadOnlyList<DeskWay>>(
    [
        new DeskWay(30, S["Record a payment"], DeskLink.Of("PaymentsBalances", "filter", nameof(BalanceFilter.All))) { Detail = S["choose the account"] },
    ]);
}

using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Ordering;

/// <summary>An account with orders that are still to be collected stays open.</summary>
public sealed class ComingOrders(OrderStore store, IMarketCalendar calendar, IStringLocalizer<ComingOrders> S) : IOpenMatters
{
    public async Task<IReadOnlyList<string>> FindAsync(string accountId) =>
    [
        .. (await store.ListComingAsync(accountId, await calendar.TodayAsync()))
            .Select(order => S["An order is to be collected on {0}: cancel it, or wait until that day is over.", order.Date.InWords()].Value),
    ];
}

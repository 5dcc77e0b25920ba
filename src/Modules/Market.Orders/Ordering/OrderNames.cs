using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Sales;
using Market.Payments;
using Microsoft.Extensions.Localization;
using YesSql;
using YesSql.Services;

namespace Market.Orders.Ordering;

/// <summary>Leads from a client account to the orders on it, and says the day each is for.</summary>
public sealed class OrderNames(ISession session, DistributionDays distributionDays, IStringLocalizer<OrderNames> S) : IOrderNames
{
    public async Task<IReadOnlyDictionary<string, OrderName>> FindAsync(IReadOnlyCollection<string> orderIds)
    {
        var found = await orderIds.FindInPartsAsync(some => session.QueryIndex<OrderIndex>(index => index.OrderId.IsIn(some), OrdersConstants.Collection).ListAsync());
        var days = await distributionDays.FindAsync([.. found.Select(order => order.DistributionId).Distinct(StringComparer.Ordinal)]);
        return found.ToDictionary(
            order => order.OrderId,
            order => new OrderName(S["Order"], $"/order/{order.OrderId}") { Day = days.TryGetValue(order.DistributionId, out var day) ? day : null },
            StringComparer.Ordinal);
    }
}

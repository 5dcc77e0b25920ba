using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.Extensions.Localization;
using YesSql;
using YesSql.Services;

namespace Market.Orders.Ordering;

/// <summary>Leads from a client account to the orders on it.</summary>
public sealed class OrderNames(ISession session, IStringLocalizer<OrderNames> S) : IOrderNames
{
    public async Task<IReadOnlyDictionary<string, OrderName>> FindAsync(IReadOnlyCollection<string> orderIds)
    {
        var found = await session.QueryIndex<OrderIndex>(index => index.OrderId.IsIn(orderIds), OrdersConstants.Collection).ListAsync();
        return found.ToDictionary(order => order.OrderId, order => new OrderName(S["Order"], $"/order/{order.OrderId}"), StringComparer.Ordinal);
    }
}

using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Sales;
using YesSql;

namespace Market.Orders.Ordering;

/// <summary>
/// Keeps orders. What it saves is committed with the session's unit of work. An order that it reads has the day that its distribution has now,
/// so that nobody reads two.
/// </summary>
public sealed class OrderStore(ISession session, DistributionDays distributionDays)
{
    private const string Collection = OrdersConstants.Collection;

    // An account has one order a distribution, and few distributions are ahead at once.
    private const int ComingAtMost = 20;

    /// <summary>The order with this id, if there is one.</summary>
    public async Task<Order?> FindAsync(string orderId) =>
        await FirstAsync(session.Query<Order, OrderIndex>(index => index.OrderId == orderId, collection: Collection));

    /// <summary>The order with this id, if it is this account's.</summary>
    public async Task<Order?> FindAsync(string orderId, string accountId) =>
        await FindAsync(orderId) is { } order && order.AccountId == accountId ? order : null;

    /// <summary>The placed order of an account in a distribution, if there is one.</summary>
    public async Task<Order?> FindPlacedAsync(string accountId, string distributionId)
    {
        var key = OrderIndex.KeyOfPlaced(accountId, distributionId);
        return await FirstAsync(session.Query<Order, OrderIndex>(index => index.PlacedKey == key, collection: Collection));
    }

    /// <summary>The order that this form placed, if it placed one.</summary>
    public async Task<Order?> FindByFormAsync(string accountId, string formKey)
    {
        var key = OrderIndex.KeyOfForm(accountId, formKey);
        return await FirstAsync(session.Query<Order, OrderIndex>(index => index.FormKeyHash == key, collection: Collection));
    }

    /// <summary>The placed orders of an account that are collected today or later, the next one first.</summary>
    public async Task<IReadOnlyList<Order>> ListComingAsync(string accountId, DateOnly today)
    {
        var latest = await session
            .Query<Order, OrderIndex>(index => index.AccountId == accountId && index.Status == nameof(OrderStatus.Placed), collection: Collection)
            .OrderByDescending(index => index.PlacedUtc)
            .Take(ComingAtMost)
            .ListAsync();
        return [.. (await OnTheirDaysAsync([.. latest])).Where(order => order.Date >= today).OrderBy(order => order.Date)];
    }

    /// <summary>The latest orders of an account, the newest first, cancelled ones too.</summary>
    public async Task<IReadOnlyList<Order>> ListAsync(string accountId, int count) => await OnTheirDaysAsync([.. await session
        .Query<Order, OrderIndex>(index => index.AccountId == accountId, collection: Collection)
        .OrderByDescending(index => index.PlacedUtc)
        .Take(count)
        .ListAsync()]);

    /// <summary>The placed orders of a distribution.</summary>
    public async Task<IReadOnlyList<Order>> ListPlacedAsync(string distributionId) => await OnTheirDaysAsync([.. await session
        .Query<Order, OrderIndex>(index => index.DistributionId == distributionId && index.Status == nameof(OrderStatus.Placed), collection: Collection)
        .ListAsync()]);

    /// <summary>The index rows of a distribution's orders: all that a list of them shows.</summary>
    public async Task<IReadOnlyList<OrderIndex>> ListAsync(string distributionId) =>
        [.. await session.QueryIndex<OrderIndex>(index => index.DistributionId == distributionId, Collection).ListAsync()];

    /// <summary>Writes an order into the session's transaction at once, so that a conflict shows now and not at the commit.</summary>
    public async Task SaveAsync(Order order)
    {
        await session.SaveAsync(order, checkConcurrency: true, collection: Collection);
        await session.FlushAsync();
        order.Kept = order.Quantities();
    }

    private async Task<Order?> FirstAsync(IQuery<Order> query) =>
        await query.FirstOrDefaultAsync() is { } order ? (await OnTheirDaysAsync([order]))[0] : null;

    private async Task<IReadOnlyList<Order>> OnTheirDaysAsync(IReadOnlyList<Order> orders)
    {
        var days = await distributionDays.FindAsync([.. orders.Select(order => order.DistributionId).Distinct(StringComparer.Ordinal)]);
        foreach (var order in orders)
        {
            order.Date = days.GetValueOrDefault(order.DistributionId, order.Date);
            order.Kept ??= order.Quantities();
        }

        return orders;
    }
}

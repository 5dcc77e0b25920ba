using Market.Orders.Indexes;
using Market.Orders.Models;
using YesSql;

namespace Market.Orders.Ordering;

/// <summary>Keeps orders. What it saves is committed with the session's unit of work.</summary>
public sealed class OrderStore(ISession session)
{
    private const string Collection = OrdersConstants.Collection;

    // An account has one order a distribution, and few distributions are ahead at once.
    private const int ComingAtMost = 20;

    /// <summary>The order with this id, if there is one.</summary>
    public async Task<Order?> FindAsync(string orderId) =>
        await session.Query<Order, OrderIndex>(index => index.OrderId == orderId, collection: Collection).FirstOrDefaultAsync();

    /// <summary>The order with this id, if it is this account's.</summary>
    public async Task<Order?> FindAsync(string orderId, string accountId) =>
        await FindAsync(orderId) is { } order && order.AccountId == accountId ? order : null;

    /// <summary>The placed order of an account in a distribution, if there is one.</summary>
    public async Task<Order?> FindPlacedAsync(string accountId, string distributionId)
    {
        var key = OrderIndex.KeyOfPlaced(accountId, distributionId);
        return await session.Query<Order, OrderIndex>(index => index.PlacedKey == key, collection: Collection).FirstOrDefaultAsync();
    }

    /// <summary>The order that this form placed, if it placed one.</summary>
    public async Task<Order?> FindByFormAsync(string accountId, string formKey)
    {
        var key = OrderIndex.KeyOfForm(accountId, formKey);
        return await session.Query<Order, OrderIndex>(index => index.FormKeyHash == key, collection: Collection).FirstOrDefaultAsync();
    }

    /// <summary>The placed orders of an account that are collected today or later, the next one first.</summary>
    public async Task<IReadOnlyList<Order>> ListComingAsync(string accountId, DateOnly today)
    {
        var latest = await session
            .Query<Order, OrderIndex>(index => index.AccountId == accountId && index.Status == nameof(OrderStatus.Placed), collection: Collection)
            .OrderByDescending(index => index.PlacedUtc)
            .Take(ComingAtMost)
            .ListAsync();
        return [.. latest.Where(order => order.Date >= today).OrderBy(order => order.Date)];
    }

    /// <summary>The placed orders of a distribution.</summary>
    public async Task<IReadOnlyList<Order>> ListPlacedAsync(string distributionId) => [.. await session
        .Query<Order, OrderIndex>(index => index.DistributionId == distributionId && index.Status == nameof(OrderStatus.Placed), collection: Collection)
        .ListAsync()];

    /// <summary>The index rows of a distribution's orders: all that a list of them shows.</summary>
    public async Task<IReadOnlyList<OrderIndex>> ListAsync(string distributionId) =>
        [.. await session.QueryIndex<OrderIndex>(index => index.DistributionId == distributionId, Collection).ListAsync()];

    /// <summary>Writes an order into the session's transaction at once, so that a conflict shows now and not at the commit.</summary>
    public async Task SaveAsync(Order order)
    {
        await session.SaveAsync(order, checkConcurrency: true, collection: Collection);
        await session.FlushAsync();
    }
}

using Market.Orders.ClosingReminders;
using Market.Orders.Models;
using Market.Orders.OnSale;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.ViewModels.Shop;
using Market.Payments;

namespace Market.Orders.Shop;

/// <summary>What a member ordered before, and the same again.</summary>
public sealed class PastOrders(OrderStore store, Distributions distributions, Assortment assortment, ReminderWishes wishes, IClientAccounts accounts)
{
    private const int Shown = 100;

    /// <summary>The page of a member's orders, the newest first.</summary>
    public async Task<MyOrdersViewModel> ListAsync(ClientAccount account, string userId)
    {
        ArgumentNullException.ThrowIfNull(account);
        var standings = (await accounts.GetAllocationAsync(account.Id)).Orders.ToDictionary(order => order.OrderId, StringComparer.Ordinal);
        var open = await distributions.ListOpenAsync();
        return new MyOrdersViewModel
        {
            Orders = [.. (await store.ListAsync(account.Id, Shown)).Select(order => (order, standings.GetValueOrDefault(order.OrderId)))],
            Next = open.Count > 0 ? open[0] : null,
            IsReminded = await wishes.IsWantedAsync(userId),
            IsOpen = account.IsOpen,
        };
    }

    /// <summary>A basket with what an order held, as far as it is on sale.</summary>
    /// <param name="order">The order.</param>
    /// <param name="distribution">The distribution to order for now.</param>
    /// <param name="userId">Who orders.</param>
    public async Task<SameAgain> AgainAsync(Order order, Distribution distribution, string userId)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(distribution);
        var placed = await store.FindPlacedAsync(order.AccountId, distribution.Id);
        return SameAgain.Of(order, await assortment.ListAsync(distribution.Id, placed), userId);
    }
}

using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Payments;

namespace Market.Orders.Ordering;

/// <summary>Compares orders with the books.</summary>
public sealed class OrderDebits(IClientAccounts accounts)
{
    /// <summary>What the account owes for an order, as it is committed.</summary>
    public async Task<Money> PostedAsync(Order order)
    {
        var debits = await accounts.GetOrderDebitsAsync(order.DistributionId);
        return debits.GetValueOrDefault(order.OrderId, Money.Zero(order.Due().Currency));
    }

    /// <summary>Whether the account owes something else for an order than it should.</summary>
    public async Task<bool> IsMissingAsync(Order order) => await PostedAsync(order) != order.Due();
}

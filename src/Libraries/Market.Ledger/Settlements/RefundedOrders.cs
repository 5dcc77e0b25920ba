using Market.Ledger.Allocations;
using Market.Ledger.Amounts;

namespace Market.Ledger.Settlements;

/// <summary>Tells the orders that should be changed before they are settled.</summary>
public static class RefundedOrders
{
    /// <summary>
    /// The orders of an account of which money was given back, or which an adjustment made cheaper, and whose lines cost more than is paid of
    /// them: the goods that it was for are still in them, and all of their producers bear what one of them should.
    /// </summary>
    /// <param name="orders">Orders of the account.</param>
    /// <param name="operations">All operations of the account, in their order.</param>
    /// <param name="currency">The market's currency.</param>
    public static IReadOnlyList<OrderSales> ToChange(IReadOnlyCollection<OrderSales> orders, IReadOnlyCollection<Operation> operations, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(operations);
        var reversed = operations.Select(operation => operation.Reverses).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var refunded = operations
            .Where(operation => operation is { Kind: OperationKind.Refund } or { Kind: OperationKind.Adjustment, Amount.IsPositive: true })
            .Where(operation => !reversed.Contains(operation.Id))
            .Select(operation => operation.OrderId)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var found = orders.Where(order => order.BySeller.Count > 1 && refunded.Contains(order.OrderId)).ToList();
        if (found.Count == 0)
        {
            return [];
        }

        var paid = Allocation.Of(operations, currency).Orders.ToDictionary(order => order.OrderId, order => order.Paid, StringComparer.Ordinal);
        return [.. found.Where(order => order.BySeller.Values.Aggregate((sum, cost) => sum + cost) > paid.GetValueOrDefault(order.OrderId, Money.Zero(currency)))];
    }
}

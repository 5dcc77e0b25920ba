using Market.Ledger.Allocations;
using Market.Ledger.Amounts;

namespace Market.Ledger.Settlements;

/// <summary>
/// How much of an order was paid by one operation of a payment method. Read from the same walk as <see cref="Allocation"/>, so that an
/// order's payments of all methods are never more than what it says is paid of it, and less only by what no payment brought. Money given
/// back by a method is the method's no more: what names an order is taken from that order, what names none from what is held; where that was
/// another method's, the two change places, in what is held and then in what paid the newest.
/// </summary>
/// <param name="OrderId">The order.</param>
/// <param name="OperationId">The payment.</param>
/// <param name="Amount">How much. Positive; all of an account together are never more than the method brought in and did not give back.</param>
public sealed record OrderFunding(string OrderId, string OperationId, Money Amount)
{
    /// <summary>Tells which orders of an account a method's money paid.</summary>
    /// <param name="operations">All operations of one account, in their order.</param>
    /// <param name="method">The technical name of the payment method.</param>
    /// <param name="currency">The market's currency.</param>
    public static IReadOnlyList<OrderFunding> Of(IEnumerable<Operation> operations, string method, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(currency);
        return
        [
            .. Settling.Of(operations).Heaps
                .Where(one => one.Heap.OrderId is not null)
                .SelectMany(one => one.Payers.Parts.Select(part => (OrderId: one.Heap.OrderId!, part.Payment, part.Amount)))
                .Where(part => part.Payment?.Method == method)
                .GroupBy(part => (part.OrderId, part.Payment!.Id))
                .Select(parts => new OrderFunding(parts.Key.OrderId, parts.Key.Id, new Money(parts.Sum(part => part.Amount), currency))),
        ];
    }
}

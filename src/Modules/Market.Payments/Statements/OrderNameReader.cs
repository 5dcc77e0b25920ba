using Market.Ledger;
using Market.Ledger.Allocations;

namespace Market.Payments.Statements;

/// <summary>Asks every shop what it calls the orders that a page shows.</summary>
public sealed class OrderNameReader(IEnumerable<IOrderNames> shops)
{
    /// <summary>The names of the orders that these operations and orders are about, by order id; where two shops know one, that of the first.</summary>
    public async Task<IReadOnlyDictionary<string, OrderName>> ReadAsync(IEnumerable<Operation> operations, IEnumerable<OrderStanding> orders)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(orders);
        return await shops.FindAllAsync([.. operations.Select(operation => operation.OrderId).OfType<string>().Concat(orders.Select(order => order.OrderId)).Distinct(StringComparer.Ordinal)]);
    }
}

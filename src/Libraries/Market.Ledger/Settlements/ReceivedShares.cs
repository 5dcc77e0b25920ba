using Market.Ledger.Amounts;

namespace Market.Ledger.Settlements;

/// <summary>Splits what was received for orders among those who sold them.</summary>
public static class ReceivedShares
{
    /// <summary>
    /// What was received for each producer's part of an order: all of it once the order is paid, and of a part payment the same part.
    /// What was received beyond what the order holds by now is nobody's.
    /// </summary>
    /// <param name="order">What the order holds.</param>
    /// <param name="received">What was received for it. Not negative.</param>
    public static IReadOnlyDictionary<string, Money> Of(OrderSales order, Money received)
    {
        ArgumentNullException.ThrowIfNull(order);
        var sellers = order.BySeller.OrderBy(seller => seller.Key, StringComparer.Ordinal).ToList();
        var costs = sellers.Select(seller => seller.Value.MinorUnits).ToList();
        var parts = Apportionment.Split(Math.Min(received.MinorUnits, costs.Sum()), costs);
        return sellers.Zip(parts).ToDictionary(one => one.First.Key, one => new Money(one.Second, received.Currency), StringComparer.Ordinal);
    }
}

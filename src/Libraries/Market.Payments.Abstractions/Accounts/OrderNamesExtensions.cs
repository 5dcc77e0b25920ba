using Market.Ledger.Allocations;

namespace Market.Payments;

/// <summary>Asks every shop at once.</summary>
public static class OrderNamesExtensions
{
    /// <summary>The names of these orders, by order id; where two shops know one, that of the first.</summary>
    public static async Task<IReadOnlyDictionary<string, OrderName>> FindAllAsync(this IEnumerable<IOrderNames> shops, IReadOnlyCollection<string> orderIds)
    {
        ArgumentNullException.ThrowIfNull(shops);
        ArgumentNullException.ThrowIfNull(orderIds);
        var names = new Dictionary<string, OrderName>(StringComparer.Ordinal);
        foreach (var shop in orderIds.Count > 0 ? shops : [])
        {
            foreach (var (id, name) in await shop.FindAsync(orderIds))
            {
                names.TryAdd(id, name);
            }
        }

        return names;
    }

    /// <summary>The day that people know an order by: what its shop says, otherwise that of its debit.</summary>
    public static DateOnly DayOf(this IReadOnlyDictionary<string, OrderName> names, OrderStanding order)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(order);
        return names.GetValueOrDefault(order.OrderId)?.Day ?? order.Since;
    }
}

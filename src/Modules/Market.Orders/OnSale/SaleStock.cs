using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Ordering;

namespace Market.Orders.OnSale;

/// <summary>Has what is on sale follow what orders hold, in their own transactions: a change takes or brings back the difference, and no more.</summary>
public sealed class SaleStock(SaleTable table)
{
    /// <summary>Takes what an order holds more than before, and brings back what it holds less. Its distribution is held until the transaction ends.</summary>
    /// <param name="order">The order as it is to be.</param>
    /// <param name="before">What it held of each product; none where it is new.</param>
    /// <param name="isBound">Whether it must not take more than there is.</param>
    /// <returns>What there is less of than it would take; what was taken is then to be cancelled with the transaction.</returns>
    public async Task<IReadOnlyList<Shortage>> TakeAsync(Order order, IReadOnlyDictionary<string, int>? before, bool isBound)
    {
        ArgumentNullException.ThrowIfNull(order);
        before ??= new Dictionary<string, int>();
        var now = order.Quantities();
        var changed = before.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Select(product => (Product: product, More: now.GetValueOrDefault(product) - before.GetValueOrDefault(product)))
            .Where(change => change.More != 0)
            .ToDictionary(change => change.Product, change => change.More, StringComparer.Ordinal);
        if (changed.Count == 0)
        {
            return [];
        }

        // One order for all, so that two orders do not wait for each other.
        var limited = (await table.ListAsync(order.DistributionId))
            .Where(item => item.Stock is not null && changed.ContainsKey(item.ProductId))
            .OrderBy(item => item.ProductId, StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var item in limited)
        {
            if (!await table.TakeAsync(order.DistributionId, item.ProductId, changed[item.ProductId], isBound))
            {
                missing.Add(item.ProductId);
            }
        }

        return missing.Count == 0 ? [] : await TellAsync(order, before, missing);
    }

    private async Task<IReadOnlyList<Shortage>> TellAsync(Order order, IReadOnlyDictionary<string, int> before, IReadOnlyList<string> missing)
    {
        var left = (await table.ListAsync(order.DistributionId)).ToDictionary(item => item.ProductId, item => item.Left ?? 0, StringComparer.Ordinal);
        return
        [
            .. order.Lines.Where(line => missing.Contains(line.ProductId)).Select(line =>
            {
                var held = before.GetValueOrDefault(line.ProductId);
                return new Shortage(line.ProductId, line.Name, line.SoldBy, held, (int)Math.Min((long)held + left.GetValueOrDefault(line.ProductId), int.MaxValue), IsPerAccount: false);
            }),
        ];
    }
}

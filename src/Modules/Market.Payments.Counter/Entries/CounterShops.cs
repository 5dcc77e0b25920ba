namespace Market.Payments.Counter.Entries;

/// <summary>Asks whoever takes orders; where nobody does there is no distribution.</summary>
public sealed class CounterShops(IEnumerable<ICounterOrders> shops)
{
    /// <summary>The latest distributions, the newest day first.</summary>
    public async Task<IReadOnlyList<CounterDistribution>> ListAsync(int count)
    {
        var all = new List<CounterDistribution>();
        foreach (var shop in shops)
        {
            all.AddRange(await shop.ListAsync(count));
        }

        return [.. all.OrderByDescending(distribution => distribution.Date).Take(count)];
    }

    /// <summary>The distribution with this id, with whose it is.</summary>
    public async Task<(ICounterOrders Shop, CounterDistribution Distribution)?> FindAsync(string distributionId)
    {
        foreach (var shop in shops)
        {
            if (await shop.FindAsync(distributionId) is { } distribution)
            {
                return (shop, distribution);
            }
        }

        return null;
    }

    /// <summary>
    /// The order that an entry names, where it is the account's and holds. An order that was cancelled while a phone was offline is none: money
    /// that was taken for it is the account's all the same.
    /// </summary>
    public async Task<CounterOrder?> FindOrderAsync(CounterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Data.Text("order") is { } orderId)
        {
            foreach (var shop in shops)
            {
                if (await shop.FindOrderAsync(entry.DistributionId, entry.AccountId, orderId) is { } order)
                {
                    return order;
                }
            }
        }

        return null;
    }
}

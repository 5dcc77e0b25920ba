namespace Market.Payments;

/// <summary>Tells the counter about distributions and what was ordered for them. Registered by whoever takes orders; without one there is no counter.</summary>
public interface ICounterOrders
{
    /// <summary>The latest distributions, the newest day first.</summary>
    Task<IReadOnlyList<CounterDistribution>> ListAsync(int count);

    /// <summary>The distribution with this id, also where it is not public any more.</summary>
    /// <returns>Null where there is none.</returns>
    Task<CounterDistribution?> FindAsync(string distributionId);

    /// <summary>The orders of a distribution that hold, with their lines.</summary>
    Task<IReadOnlyList<CounterOrder>> ListOrdersAsync(string distributionId);

    /// <summary>An account's order of a distribution that holds, if it has this one.</summary>
    Task<CounterOrder?> FindOrderAsync(string distributionId, string accountId, string orderId);

    /// <summary>What can be ordered on the spot of a distribution, by name, at the price it has there.</summary>
    Task<IReadOnlyList<CounterProduct>> ListProductsAsync(string distributionId);
}

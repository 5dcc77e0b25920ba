using Market.Payments.Counter.Indexes;
using Market.Payments.Counter.Models;
using YesSql;

namespace Market.Payments.Counter.Closing;

/// <summary>Keeps the closings of distributions.</summary>
public sealed class ClosingStore(ISession session)
{
    /// <summary>All closings of a distribution, the newest first.</summary>
    public async Task<IReadOnlyList<ClosedDistribution>> ListAsync(string distributionId) =>
    [
        .. await session
            .Query<ClosedDistribution, ClosedDistributionIndex>(index => index.DistributionId == distributionId, CounterCollection.Name)
            .OrderByDescending(index => index.Number)
            .ListAsync(),
    ];

    /// <summary>Writes one into the session's transaction.</summary>
    public async Task SaveAsync(ClosedDistribution closed)
    {
        await session.SaveAsync(closed, checkConcurrency: true, collection: CounterCollection.Name);
        await session.FlushAsync();
    }
}

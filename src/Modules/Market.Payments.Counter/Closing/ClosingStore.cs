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

    /// <summary>Whether a distribution of these days was closed.</summary>
    public async Task<bool> HasAsync(DateOnly from, DateOnly to) => await session
        .QueryIndex<ClosedDistributionIndex>(CounterCollection.Name)
        .Where(dialect => $"{dialect.QuoteForColumnName(nameof(ClosedDistributionIndex.Day))} BETWEEN @first AND @last")
        .WithParameter("first", ClosedDistributionIndex.DayOf(from))
        .WithParameter("last", ClosedDistributionIndex.DayOf(to))
        .CountAsync() > 0;

    /// <summary>The latest closings of distributions since a day, the newest first.</summary>
    public async Task<IReadOnlyList<ClosedDistribution>> ListSinceAsync(DateOnly day, int most) =>
    [
        .. await session.Query<ClosedDistribution, ClosedDistributionIndex>(CounterCollection.Name)
            .Where(dialect => $"{dialect.QuoteForColumnName(nameof(ClosedDistributionIndex.Day))} >= @first")
            .WithParameter("first", ClosedDistributionIndex.DayOf(day))
            .OrderByDescending(index => index.ClosedMilliseconds)
            .Take(most)
            .ListAsync(),
    ];

    /// <summary>All there are, in the order in which they were closed, so many at a time.</summary>
    public async IAsyncEnumerable<ClosedDistribution> AllAsync(int pageSize)
    {
        for (var skip = 0; ; skip += pageSize)
        {
            var page = (await session.Query<ClosedDistribution, ClosedDistributionIndex>(CounterCollection.Name)
                .OrderBy(index => index.ClosedMilliseconds).ThenBy(index => index.Place).Skip(skip).Take(pageSize).ListAsync()).ToList();
            foreach (var closed in page)
            {
                session.Detach(closed, CounterCollection.Name);
                yield return closed;
            }

            if (page.Count < pageSize)
            {
                yield break;
            }
        }
    }

    /// <summary>Writes one into the session's transaction.</summary>
    public async Task SaveAsync(ClosedDistribution closed)
    {
        await session.SaveAsync(closed, checkConcurrency: true, collection: CounterCollection.Name);
        await session.FlushAsync();
    }
}

using Market.Payments.Counter.Indexes;
using Market.Payments.Counter.Models;
using YesSql;

namespace Market.Payments.Counter.Entries;

/// <summary>Keeps what became of entries, in the session's transaction.</summary>
public sealed class CounterRecords(ISession session)
{
    private const string Collection = CounterCollection.Name;

    /// <summary>What became of an entry, if it was sent before.</summary>
    public Task<CounterRecord?> FindAsync(string entryId) =>
        session.Query<CounterRecord, CounterRecordIndex>(index => index.EntryId == entryId, collection: Collection).FirstOrDefaultAsync()!;

    /// <summary>What became of the entries of a distribution, in any order.</summary>
    public async Task<IReadOnlyList<CounterRecord>> ListAsync(string distributionId) =>
        [.. await session.Query<CounterRecord, CounterRecordIndex>(index => index.DistributionId == distributionId, collection: Collection).ListAsync()];

    /// <summary>The entry that moved the account last and still holds.</summary>
    public async Task<string?> FindLastStandingAsync(string accountId) =>
        (await session.QueryIndex<CounterRecordIndex>(index => index.AccountId == accountId && index.Stands, Collection)
            .OrderByDescending(index => index.Place)
            .FirstOrDefaultAsync())?.EntryId;

    /// <summary>The next place among what was taken for an account, which is locked.</summary>
    public async Task<int> NextPlaceAsync(string accountId) =>
        ((await session.QueryIndex<CounterRecordIndex>(index => index.AccountId == accountId, Collection)
            .OrderByDescending(index => index.Place)
            .FirstOrDefaultAsync())?.Place ?? 0) + 1;

    /// <summary>Writes a record into the transaction at once, so that a conflict shows now and not at the commit.</summary>
    public async Task SaveAsync(CounterRecord record)
    {
        await session.SaveAsync(record, checkConcurrency: true, collection: Collection);
        await session.FlushAsync();
    }
}

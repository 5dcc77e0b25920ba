using Market.Ledger.Closings;
using Market.Payments.Indexes;
using YesSql;

namespace Market.Payments.Storage;

/// <summary>Closings as documents beside the operations they close. The index keeps a period from being closed twice.</summary>
public sealed class YesSqlClosingStore(ISession session, StoreFault fault, IEnumerable<IBooksObserver> observers) : IClosingStore
{
    public Task<Closing?> FindLastClosingAsync(ClosingKind kind)
    {
        var name = kind.ToString();
        return fault.WatchAsync<Closing?>(async () => await session
            .Query<Closing, ClosingIndex>(index => index.Kind == name, LedgerCollection.Name)
            .OrderByDescending(index => index.EndMilliseconds)
            .FirstOrDefaultAsync());
    }

    public Task AddClosingAsync(Closing closing) => fault.WatchAsync(async () =>
    {
        await session.SaveAsync(closing, checkConcurrency: false, LedgerCollection.Name);
        await session.FlushAsync();
        foreach (var observer in observers)
        {
            await observer.ClosedAsync(closing);
        }

        return closing;
    });

    /// <summary>The closed years, the oldest first.</summary>
    public async Task<IReadOnlyList<Closing>> ListYearsAsync() =>
    [
        .. await session.Query<Closing, ClosingIndex>(index => index.Kind == nameof(ClosingKind.Yearly), LedgerCollection.Name)
            .OrderBy(index => index.EndMilliseconds)
            .ListAsync(),
    ];

    /// <summary>A page of the closings, the newest first.</summary>
    public async Task<IReadOnlyList<Closing>> ListAsync(int skip, int take) =>
    [
        .. await session.Query<Closing, ClosingIndex>(collection: LedgerCollection.Name)
            .OrderByDescending(index => index.EndMilliseconds)
            .ThenBy(index => index.Period)
            .NoDuplicates()
            .Skip(skip)
            .Take(take)
            .ListAsync(),
    ];

    public Task<int> CountAsync() => session.QueryIndex<ClosingIndex>(LedgerCollection.Name).CountAsync();

    /// <summary>All closings, the newest first.</summary>
    public async Task<IReadOnlyList<Closing>> ListAsync() =>
    [
        .. await session.Query<Closing, ClosingIndex>(collection: LedgerCollection.Name)
            .OrderByDescending(index => index.EndMilliseconds)
            .NoDuplicates()
            .ListAsync(),
    ];
}

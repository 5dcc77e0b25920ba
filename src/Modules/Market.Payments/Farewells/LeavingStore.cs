using Market.Payments.Indexes;
using Market.Payments.Models;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Farewells;

/// <summary>Who left and is to be forgotten.</summary>
public sealed class LeavingStore(ISession session)
{
    public async Task<Leaving?> FindAsync(string accountId) =>
        await session.Query<Leaving, LeavingIndex>(index => index.AccountId == accountId, LedgerCollection.Name).FirstOrDefaultAsync();

    /// <summary>The accounts whose day has come.</summary>
    public async Task<IReadOnlyList<string>> ListDueAsync(DateOnly today)
    {
        var day = today.DayNumber;
        return [.. (await session.QueryIndex<LeavingIndex>(index => index.EraseDay <= day, LedgerCollection.Name).ListAsync()).Select(index => index.AccountId)];
    }

    public Task AddAsync(Leaving leaving) => session.SaveAsync(leaving, checkConcurrency: false, LedgerCollection.Name);

    public void Remove(Leaving leaving) => session.Delete(leaving, LedgerCollection.Name);
}

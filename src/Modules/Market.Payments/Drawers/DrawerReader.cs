using Market.Ledger.Drawers;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Drawers;

/// <summary>Finds drawers by their entries.</summary>
public sealed class DrawerReader(ISession session, LedgerTables tables)
{
    private const string Opened = nameof(DrawerMovement.Opened);

    public async Task<IReadOnlyList<Drawer>> OpenAsync() => await OfAsync(await tables.QueryAsync<string>(
        session,
        $"""
        SELECT o.[DrawerId] FROM {tables.DrawerEntries} o WHERE o.[Movement] = '{Opened}'
        AND NOT EXISTS (SELECT 1 FROM {tables.DrawerEntries} c WHERE c.[DrawerId] = o.[DrawerId] AND c.[Movement] = '{nameof(DrawerMovement.Closed)}')
        """));

    public async Task<IReadOnlyList<Drawer>> ListAsync(int skip, int take) => await OfAsync(
        (await session
            .QueryIndex<DrawerEntryIndex>(index => index.Movement == Opened, LedgerCollection.Name)
            .OrderByDescending(index => index.Sequence)
            .Skip(skip)
            .Take(take)
            .ListAsync())
        .Select(index => index.DrawerId));

    public Task<int> CountAsync() => session.QueryIndex<DrawerEntryIndex>(index => index.Movement == Opened, LedgerCollection.Name).CountAsync();

    public async Task<Drawer?> FindAsync(string drawerId) => (await OfAsync([drawerId])).SingleOrDefault();

    /// <summary>The entry that was recorded under this key.</summary>
    public async Task<DrawerEntry?> FindByKeyAsync(string key)
    {
        var hash = KeyHash.Of(key);
        return await session.Query<DrawerEntry, DrawerEntryIndex>(index => index.KeyHash == hash, LedgerCollection.Name).FirstOrDefaultAsync();
    }

    // The newest first.
    private async Task<IReadOnlyList<Drawer>> OfAsync(IEnumerable<string> ids)
    {
        var wanted = ids.ToArray();
        return wanted.Length == 0
            ? []
            :
            [
                .. (await session
                    .Query<DrawerEntry, DrawerEntryIndex>(index => index.DrawerId.IsIn(wanted), LedgerCollection.Name)
                    .ListAsync())
                .GroupBy(entry => entry.DrawerId)
                .Select(entries => new Drawer([.. entries.OrderBy(entry => entry.Sequence)]))
                .OrderByDescending(drawer => drawer.Entries[0].Sequence),
            ];
    }
}

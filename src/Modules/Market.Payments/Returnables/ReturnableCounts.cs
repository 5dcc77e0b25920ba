using Market.Payments.Indexes;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Returnables;

/// <summary>Sums what operations moved, in the session's own transaction where there is one.</summary>
public sealed class ReturnableCounts(ISession session, IStore store, LedgerTables tables) : IReturnableCounts
{
    private string Moves => store.Configuration.SqlDialect.QuoteForTableName(
        store.Configuration.TablePrefix + store.Configuration.TableNameConvention.GetIndexTable(typeof(ReturnableIndex), LedgerCollection.Name),
        store.Configuration.Schema);

    public async Task<IReadOnlyDictionary<string, int>> FindAsync(string accountId) =>
        (await QueryAsync("WHERE [AccountId] = @accountId", new { accountId })).ToDictionary(row => row.ReturnableId, row => (int)row.Held, StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>> FindAllAsync() => (await QueryAsync(string.Empty, null))
        .GroupBy(row => row.AccountId, StringComparer.Ordinal)
        .ToDictionary(
            account => account.Key,
            IReadOnlyDictionary<string, int> (account) => account.ToDictionary(row => row.ReturnableId, row => (int)row.Held, StringComparer.Ordinal),
            StringComparer.Ordinal);

    public async Task<int> CountOperationsAsync(string returnableId)
    {
        await session.FlushAsync();
        return (int)(await tables.QueryAsync<long>(session, $"SELECT COUNT(*) FROM {Moves} WHERE [ReturnableId] = @returnableId", new { returnableId })).Single();
    }

    private async Task<IReadOnlyList<Row>> QueryAsync(string where, object? parameters)
    {
        await session.FlushAsync();
        return await tables.QueryAsync<Row>(
            session,
            $"SELECT [AccountId], [ReturnableId], SUM([Moved]) AS [Held] FROM {Moves} {where} GROUP BY [AccountId], [ReturnableId] HAVING SUM([Moved]) <> 0",
            parameters);
    }

    // Settable because a sum has another type in each database.
    private sealed class Row
    {
        public string AccountId { get; set; } = string.Empty;

        public string ReturnableId { get; set; } = string.Empty;

        public long Held { get; set; }
    }
}

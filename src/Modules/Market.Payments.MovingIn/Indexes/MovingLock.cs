using System.Data.Common;
using Dapper;
using YesSql;

namespace Market.Payments.MovingIn.Indexes;

/// <summary>The one row that whoever moves in, or takes that back, locks before anything is read: two people at once are one after the other.</summary>
public sealed class MovingLock(ISession session, IStore store)
{
    public const string Table = "MovingInLock";

    private string Row => store.Configuration.SqlDialect.QuoteForTableName(store.Configuration.TablePrefix + Table, store.Configuration.Schema);

    private string Count => store.Configuration.SqlDialect.QuoteForColumnName("Runs");

    /// <summary>Locks it until the transaction ends.</summary>
    public async Task TakeAsync() => await ExecuteAsync(await session.BeginTransactionAsync(), $"UPDATE {Row} SET {Count} = {Count} + 1");

    /// <summary>Makes the row, in a migration.</summary>
    public Task BeginAsync(DbTransaction transaction) => ExecuteAsync(transaction, $"INSERT INTO {Row} ({Count}) VALUES (0)");

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql) => transaction.Connection!.ExecuteAsync(sql, transaction: transaction);
}

using System.Data.Common;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Distributions;

/// <summary>
/// One row a distribution, which orders share and who closes takes: orders do not wait for one another, and none is changed while it is closed.
/// </summary>
public sealed class DistributionTable(LedgerTables tables, IStore store)
{
    private const string Columns = "[DistributionId], [Closings], [ClosedMilliseconds], [ClosedBy]";

    /// <summary>The row as it is committed.</summary>
    public async Task<IReadOnlyList<DistributionRow>> ReadAsync(ISession session, IReadOnlyCollection<string> distributionIds)
    {
        var (condition, parameters) = LedgerTables.In("[DistributionId]", distributionIds);
        return await tables.QueryAsync<DistributionRow>(session, $"SELECT {Columns} FROM {tables.Distributions} WHERE {condition}", parameters);
    }

    /// <summary>The row, which nobody changes before the transaction ends. SQLite has one writer anyway.</summary>
    public async Task<DistributionRow> ShareAsync(DbTransaction transaction, string distributionId)
    {
        var (hint, lockClause) = store.Configuration.SqlDialect.Name switch
        {
            "PostgreSql" => (string.Empty, " FOR SHARE"),
            "MySql" => (string.Empty, " LOCK IN SHARE MODE"),
            "SqlServer" => (" WITH (HOLDLOCK)", string.Empty),
            _ => (string.Empty, string.Empty),
        };
        return await tables.QuerySingleAsync<DistributionRow>(
            transaction,
            $"SELECT {Columns} FROM {tables.Distributions}{hint} WHERE [DistributionId] = @distributionId{lockClause}",
            new { distributionId }) ?? await AddAsync(transaction, distributionId);
    }

    /// <summary>The row, which nobody else has before the transaction ends.</summary>
    public async Task<DistributionRow> TakeAsync(DbTransaction transaction, string distributionId)
    {
        await tables.ExecuteAsync(transaction, $"UPDATE {tables.Distributions} SET [Closings] = [Closings] WHERE [DistributionId] = @distributionId", new { distributionId });
        return await ShareAsync(transaction, distributionId);
    }

    /// <summary>Writes what was taken.</summary>
    public Task WriteAsync(DbTransaction transaction, DistributionRow row) => tables.ExecuteAsync(
        transaction,
        $"UPDATE {tables.Distributions} SET [Closings] = @Closings, [ClosedMilliseconds] = @ClosedMilliseconds, [ClosedBy] = @ClosedBy WHERE [DistributionId] = @DistributionId",
        row);

    // Of two at once the second meets the unique column, and is tried again by its unit of work.
    private async Task<DistributionRow> AddAsync(DbTransaction transaction, string distributionId)
    {
        await tables.ExecuteAsync(transaction, $"INSERT INTO {tables.Distributions} ([DistributionId], [Closings]) VALUES (@distributionId, 0)", new { distributionId });
        return new DistributionRow { DistributionId = distributionId };
    }
}

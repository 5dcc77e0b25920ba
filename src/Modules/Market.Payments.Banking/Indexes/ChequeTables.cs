using System.Data.Common;
using Dapper;
using YesSql;

namespace Market.Payments.Banking.Indexes;

/// <summary>
/// The one row that all changes of cheques and slips lock before they read anything: two people at once are one after the other, and slips
/// are numbered without a gap. Where an account is locked too, that comes first.
/// </summary>
public sealed class ChequeTables(ISession session, IStore store)
{
    public const string HeadTable = "BankingChequeHead";

    private string Head => store.Configuration.SqlDialect.QuoteForTableName(store.Configuration.TablePrefix + HeadTable, store.Configuration.Schema);

    private string Slips => store.Configuration.SqlDialect.QuoteForColumnName("Slips");

    private string ReadUntil => store.Configuration.SqlDialect.QuoteForColumnName("ReadUntil");

    /// <summary>Locks the row until the transaction ends.</summary>
    /// <returns>The number of the last slip.</returns>
    public async Task<long> LockAsync()
    {
        await session.FlushAsync();
        var transaction = await session.BeginTransactionAsync();
        await ExecuteAsync(transaction, $"UPDATE {Head} SET {Slips} = {Slips}");
        return await transaction.Connection!.QuerySingleAsync<long>($"SELECT {Slips} FROM {Head}", transaction: transaction);
    }

    /// <summary>Keeps the number of the last slip, once the row is locked.</summary>
    public async Task NumberAsync(long number) =>
        await ExecuteAsync(await session.BeginTransactionAsync(), $"UPDATE {Head} SET {Slips} = @number", new { number });

    /// <summary>Up to when the ledger's cheques are followed; none where they never were.</summary>
    public async Task<DateTimeOffset?> ReadUntilAsync()
    {
        var connection = await session.CreateConnectionAsync();
        return await connection.QuerySingleAsync<long?>($"SELECT {ReadUntil} FROM {Head}", transaction: session.CurrentTransaction) is { } milliseconds
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
    }

    /// <summary>Keeps up to when the ledger's cheques are followed.</summary>
    public async Task KeepReadUntilAsync(DateTimeOffset instant) =>
        await ExecuteAsync(await session.BeginTransactionAsync(), $"UPDATE {Head} SET {ReadUntil} = @until", new { until = instant.ToUnixTimeMilliseconds() });

    /// <summary>Makes the row, in a migration.</summary>
    public Task BeginAsync(DbTransaction transaction) => ExecuteAsync(transaction, $"INSERT INTO {Head} ({Slips}) VALUES (0)");

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object? parameters = null) =>
        transaction.Connection!.ExecuteAsync(sql, parameters, transaction);
}

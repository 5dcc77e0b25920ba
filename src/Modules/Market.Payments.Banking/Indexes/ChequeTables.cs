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

    /// <summary>The ids of some cheques whose number may end like this, the latest first: it is looked for in their documents, which are few.</summary>
    /// <param name="digits">Digits, and nothing else.</param>
    public async Task<IReadOnlyList<string>> FindByNumberAsync(string digits)
    {
        var dialect = store.Configuration.SqlDialect;
        string Quoted(string name) => dialect.QuoteForTableName(store.Configuration.TablePrefix + name, store.Configuration.Schema);
        var conventions = store.Configuration.TableNameConvention;
        var builder = dialect.CreateBuilder(store.Configuration.TablePrefix);
        builder.Select();
        builder.Selector($"i.{dialect.QuoteForColumnName(nameof(ChequeIndex.ChequeId))}");
        builder.From($"{Quoted(conventions.GetIndexTable(typeof(ChequeIndex), BankingCollection.Name))} i INNER JOIN {Quoted(conventions.GetDocumentTable(BankingCollection.Name))} d ON d.{dialect.QuoteForColumnName("Id")} = i.{dialect.QuoteForColumnName("DocumentId")} WHERE d.{dialect.QuoteForColumnName("Content")} LIKE @number");
        builder.OrderBy($"i.{dialect.QuoteForColumnName(nameof(ChequeIndex.BankDay))} DESC");
        builder.Take("25");
        var connection = await session.CreateConnectionAsync();
        return (await connection.QueryAsync<string>(builder.ToSqlString(), new { number = $"%\"Number\":\"%{digits}\"%" }, session.CurrentTransaction)).AsList();
    }

    /// <summary>Makes the row, in a migration.</summary>
    public Task BeginAsync(DbTransaction transaction) => ExecuteAsync(transaction, $"INSERT INTO {Head} ({Slips}) VALUES (0)");

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object? parameters = null) =>
        transaction.Connection!.ExecuteAsync(sql, parameters, transaction);
}

using System.Data.Common;
using Dapper;
using Market.Ledger.Receipts;
using YesSql;

namespace Market.Payments.Counter.Indexes;

/// <summary>
/// The one row that says how far the chain of receipts goes. It is locked before a number is given, and changed in the same commit: a receipt
/// that is taken away afterwards is missed, also where it was the last.
/// </summary>
public sealed class ReceiptTables(ISession session, IStore store)
{
    /// <summary>The row's table.</summary>
    public const string HeadTable = "CounterReceiptHead";

    private const string Number = nameof(ReceiptHead.Number);

    private const string Hash = nameof(ReceiptHead.Hash);

    /// <summary>When the last receipt was issued, in milliseconds since 1970 (UTC).</summary>
    public const string LastIssued = "LastIssued";

    private IConfiguration Configuration => store.Configuration;

    private string Head => Table(HeadTable);

    /// <summary>Locks the row until the transaction ends.</summary>
    /// <returns>Where the chain stands.</returns>
    public async Task<ReceiptHead> LockAsync()
    {
        await session.FlushAsync();
        var transaction = await session.BeginTransactionAsync();
        await ExecuteAsync(transaction, $"UPDATE {Head} SET {Column(Number)} = {Column(Number)}");
        return (await transaction.Connection!.QuerySingleAsync<HeadRow>(
            $"SELECT {Column(Number)}, {Column(Hash)}, {Column(LastIssued)} FROM {Head}",
            transaction: transaction)).ToHead();
    }

    /// <summary>Keeps where the chain stands, once the row is locked.</summary>
    /// <exception cref="InvalidOperationException">It stands elsewhere than before this receipt.</exception>
    public async Task KeepAsync(IssuedReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var changed = await ExecuteAsync(
            await session.BeginTransactionAsync(),
            $"UPDATE {Head} SET {Column(Number)} = @number, {Column(Hash)} = @hash, {Column(LastIssued)} = @issued WHERE {Column(Number)} = @before",
            new { number = receipt.Number, hash = receipt.Hash, issued = receipt.IssuedAt.ToUnixTimeMilliseconds(), before = receipt.Number - 1 });
        if (changed != 1)
        {
            throw new InvalidOperationException("The chain of receipts moved while it was locked: none is issued.");
        }
    }

    /// <summary>Where the chain stands as it is committed, and the highest number there is; none where there is no receipt.</summary>
    public async Task<(ReceiptHead Kept, long? Last)> ReadAsync()
    {
        var connection = await session.CreateConnectionAsync();
        var receipts = Table(Configuration.TableNameConvention.GetIndexTable(typeof(ReceiptIndex), CounterCollection.Name));
        var row = await connection.QuerySingleAsync<HeadRow>(
            $"SELECT {Column(Number)}, {Column(Hash)}, {Column(LastIssued)}, (SELECT MAX({Column(nameof(ReceiptIndex.Number))}) FROM {receipts}) AS {Column(nameof(HeadRow.Last))} FROM {Head}",
            transaction: session.CurrentTransaction);
        return (row.ToHead(), row.Last);
    }

    /// <summary>Makes the row, in the transaction of a migration.</summary>
    public Task BeginAsync(DbTransaction transaction) =>
        ExecuteAsync(transaction, $"INSERT INTO {Head} ({Column(Number)}, {Column(Hash)}) VALUES (0, '')");

    private string Table(string name) => Configuration.SqlDialect.QuoteForTableName(Configuration.TablePrefix + name, Configuration.Schema);

    private string Column(string name) => Configuration.SqlDialect.QuoteForColumnName(name);

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object? parameters = null) =>
        transaction.Connection!.ExecuteAsync(sql, parameters, transaction);

    private sealed class HeadRow
    {
        public long Number { get; set; }

        public string Hash { get; set; } = string.Empty;

        public long? LastIssued { get; set; }

        public long? Last { get; set; }

        public ReceiptHead ToHead() => new(Number, Hash)
        {
            LastIssuedAt = LastIssued is { } issued ? DateTimeOffset.FromUnixTimeMilliseconds(issued) : null,
        };
    }
}

using System.Data.Common;
using System.Globalization;
using Dapper;
using Market.Ledger;
using Market.Ledger.Amounts;
using YesSql;

namespace Market.Payments.Storage;

/// <summary>
/// Reads as much of operations as allocating money to debts and orders needs, from the index alone: of thousands, to read the documents
/// takes longer than everything else on a page.
/// </summary>
public sealed class OperationsToAllocate(ISession session, LedgerTables tables, IMarketTerms terms)
{
    /// <summary>The operations of these accounts, by account id, each account's in their order.</summary>
    public async Task<ILookup<string, Operation>> ReadAsync(IEnumerable<string> accountIds)
    {
        var currency = (await terms.GetAsync()).Currency;
        var (isOne, parameters) = LedgerTables.In("o.[AccountId]", accountIds);
        var sql = tables.Quoted(
            $"""
            SELECT o.[OperationId], o.[AccountId], o.[Sequence], o.[Kind], o.[Amount], o.[Method], o.[OrderId], o.[DistributionId], o.[OccurredOn], o.[Reverses]
            FROM {tables.Operations} o WHERE {isOne} ORDER BY o.[AccountId], o.[Sequence]
            """);
        var operations = new List<Operation>();
        await using var reader = await (await session.CreateConnectionAsync()).ExecuteReaderAsync(sql, parameters, session.CurrentTransaction);

        // The driver's own: Dapper's around it asks it for each column by one call more.
        var rows = (DbDataReader)((IWrappedDataReader)reader).Reader;
        while (await rows.ReadAsync())
        {
            operations.Add(Read(rows, currency));
        }

        return operations.ToLookup(operation => operation.AccountId, StringComparer.Ordinal);
    }

    private static Operation Read(DbDataReader row, Currency currency) => new()
    {
        Id = row.GetString(0),
        AccountId = row.GetString(1),
        Sequence = row.GetInt64(2),
        Kind = Enum.Parse<OperationKind>(row.GetString(3)),
        Amount = new Money(row.GetInt64(4), currency),
        Method = Text(row, 5),
        OrderId = Text(row, 6),
        DistributionId = Text(row, 7),
        OccurredOn = DateOnly.ParseExact(row.GetString(8), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Reverses = Text(row, 9),
        RecordedAt = default,
        RecordedBy = string.Empty,
        IdempotencyKey = string.Empty,
        PreviousHash = string.Empty,
        Hash = string.Empty,
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

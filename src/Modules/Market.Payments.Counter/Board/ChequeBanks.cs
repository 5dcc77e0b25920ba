using System.Data.Common;
using Dapper;
using Market.Payments.Counter.Indexes;
using YesSql;

namespace Market.Payments.Counter.Board;

/// <summary>The bank of the last cheque that each account paid by at a counter.</summary>
public sealed class ChequeBanks(ISession session, IStore store)
{
    /// <summary>The banks, by account.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync()
    {
        var table = store.Configuration.SqlDialect.QuoteForTableName(
            store.Configuration.TablePrefix + store.Configuration.TableNameConvention.GetIndexTable(typeof(CounterRecordIndex), CounterCollection.Name),
            store.Configuration.Schema);
        DbConnection connection = await session.CreateConnectionAsync();
        var rows = await connection.QueryAsync<Row>(
            $"""
            SELECT {Column("AccountId")}, {Column("Bank")}, MAX({Column("Place")}) AS {Column("Place")} FROM {table}
            WHERE {Column("Bank")} IS NOT NULL GROUP BY {Column("AccountId")}, {Column("Bank")}
            """,
            transaction: session.CurrentTransaction);
        return rows.GroupBy(row => row.AccountId, StringComparer.Ordinal).ToDictionary(account => account.Key, account => account.MaxBy(row => row.Place)!.Bank, StringComparer.Ordinal);
    }

    private string Column(string name) => store.Configuration.SqlDialect.QuoteForColumnName(name);

    private sealed class Row
    {
        public string AccountId { get; set; } = string.Empty;

        public string Bank { get; set; } = string.Empty;

        public long Place { get; set; }
    }
}

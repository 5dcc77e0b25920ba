using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.AccountBalances;

/// <summary>Every account's balance, read from the rows that postings keep. A closed account is listed only while its balance is not zero.</summary>
public sealed class BalanceList(ISession session, LedgerTables tables, IMarketTerms terms)
{
    private string From => $"{tables.Accounts} a INNER JOIN {tables.Clients} c ON c.[AccountId] = a.[AccountId]";

    public async Task<BalanceTotals> GetTotalsAsync()
    {
        var currency = (await terms.GetAsync()).Currency;
        var row = (await tables.QueryAsync<TotalsRow>(
            session,
            $"""
            SELECT SUM(CASE WHEN a.[Balance] < 0 THEN -a.[Balance] ELSE 0 END) AS [Owed],
                SUM(CASE WHEN a.[Balance] < 0 THEN 1 ELSE 0 END) AS [Owing],
                SUM(CASE WHEN a.[Balance] > 0 THEN a.[Balance] ELSE 0 END) AS [Held],
                SUM(CASE WHEN a.[Balance] > 0 THEN 1 ELSE 0 END) AS [Holding],
                SUM(CASE WHEN a.[Balance] = 0 THEN 1 ELSE 0 END) AS [Settled],
                SUM(a.[Pending]) AS [Announced],
                SUM(CASE WHEN a.[Pending] > 0 THEN 1 ELSE 0 END) AS [Announcing]
            FROM {From} WHERE {Listed}
            """,
            new { yes = true })).Single();
        return new BalanceTotals(
            new Money((long)(row.Owed ?? 0), currency),
            (int)(row.Owing ?? 0),
            new Money((long)(row.Held ?? 0), currency),
            (int)(row.Holding ?? 0),
            (int)(row.Settled ?? 0),
            new Money((long)(row.Announced ?? 0), currency),
            (int)(row.Announcing ?? 0));
    }

    public async Task<int> CountAsync(BalanceQuery query)
    {
        var (where, parameters) = Where(query, (await terms.GetAsync()).Currency);
        return (int)(await tables.QueryAsync<long>(session, $"SELECT COUNT(*) FROM {From} WHERE {where}", parameters)).Single();
    }

    public async Task<IReadOnlyList<BalanceRow>> ListAsync(BalanceQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var currency = (await terms.GetAsync()).Currency;
        var (where, parameters) = Where(query, currency);
        var sql = tables.Paged(
            "a.[AccountId], c.[Number], c.[Name], c.[IsOpen], a.[Balance], a.[Pending], o.[Kind], o.[OccurredOn]",
            $"{From} LEFT JOIN {tables.Operations} o ON o.[AccountId] = a.[AccountId] AND o.[Sequence] = a.[Sequence] WHERE {where}",
            OrderBy(query.Sort),
            query.Skip,
            query.Take);
        return [.. (await tables.QueryAsync<Row>(session, sql, parameters)).Select(row => row.ToBalanceRow(currency))];
    }

    private static string Listed => "(c.[IsOpen] = @yes OR a.[Balance] <> 0)";

    private static string OrderBy(BalanceSort sort) => sort switch
    {
        BalanceSort.Held => "a.[Balance] DESC, c.[SortKey], c.[Number]",
        BalanceSort.Name => "c.[SortKey], c.[Number]",
        BalanceSort.Number => "c.[Number]",
        _ => "a.[Balance], c.[SortKey], c.[Number]",
    };

    private static (string Where, object Parameters) Where(BalanceQuery query, Currency currency)
    {
        var where = Listed + query.Filter switch
        {
            BalanceFilter.ToPay => " AND a.[Balance] < 0",
            BalanceFilter.Credit => " AND a.[Balance] > 0",
            BalanceFilter.Settled => " AND a.[Balance] = 0",
            _ => string.Empty,
        };
        if (string.IsNullOrWhiteSpace(query.Search))
        {
            return (where, new { yes = true });
        }

        // An amount finds the accounts that owe or hold exactly that; anything else is part of a name, a number or a reference.
        var amount = AmountReader.Read(query.Search, currency).Amount?.Abs().MinorUnits;
        var like = NameText.Pattern(query.Search);
        return (
            where + " AND (c.[Search] LIKE @like ESCAPE '!' OR a.[Balance] = @amount OR a.[Balance] = -@amount)",
            new { yes = true, like, amount });
    }

    private sealed class TotalsRow
    {
        public decimal? Owed { get; set; }

        public decimal? Owing { get; set; }

        public decimal? Held { get; set; }

        public decimal? Holding { get; set; }

        public decimal? Settled { get; set; }

        public decimal? Announced { get; set; }

        public decimal? Announcing { get; set; }
    }

    private sealed class Row
    {
        public string AccountId { get; set; } = string.Empty;

        public string Number { get; set; } = string.Empty;

        public string Name { get; set; } = string.Empty;

        public bool IsOpen { get; set; }

        public long Balance { get; set; }

        public long Pending { get; set; }

        public string? Kind { get; set; }

        public string? OccurredOn { get; set; }

        public BalanceRow ToBalanceRow(Currency currency) => new(
            AccountId,
            Number,
            Name,
            IsOpen,
            new Money(Balance, currency),
            new Money(Pending, currency),
            Kind is null ? null : Enum.Parse<OperationKind>(Kind),
            OccurredOn is null ? null : DateOnly.ParseExact(OccurredOn, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}

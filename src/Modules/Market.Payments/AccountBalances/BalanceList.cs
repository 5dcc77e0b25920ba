using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.AccountBalances;

/// <summary>Every account's balance, read from the rows that postings keep. A closed account is listed only while its balance is not zero.</summary>
public sealed class BalanceList(ISession session, LedgerTables tables, IMarketTerms terms)
{
    private readonly BalancePages _pages = new(session, tables);

    /// <summary>How many accounts all pages of a list have.</summary>
    /// <param name="query">The list.</param>
    /// <param name="totals">The totals, which say it of every list that nothing is searched in.</param>
    public async Task<int> CountAsync(BalanceQuery query, BalanceTotals totals)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(totals);
        if (BalanceSearch.Read(query.Search, (await terms.GetAsync()).Currency, tables) is not { } search)
        {
            return totals.CountOf(query.Filter);
        }

        return (int)(await tables.QueryAsync<long>(
            session,
            BalanceSql.CountClients(query.Filter, search, tables),
            new { no = false, like = search.Like, amount = search.Amount })).Single();
    }

    /// <summary>A page of a list.</summary>
    /// <param name="query">The list and the page.</param>
    /// <param name="totals">The totals, which say where in it those who owe end.</param>
    /// <param name="count">How many accounts all its pages have.</param>
    public async Task<IReadOnlyList<BalanceRow>> ListAsync(BalanceQuery query, BalanceTotals totals, int count)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(totals);
        var currency = (await terms.GetAsync()).Currency;
        var search = BalanceSearch.Read(query.Search, currency, tables);
        var rows = new List<BalanceRow>();
        foreach (var page in await _pages.ListAsync(query, totals, search, count))
        {
            rows.AddRange((await tables.QueryAsync<Row>(
                session,
                $"""
                SELECT a.[AccountId], c.[Number], c.[Name], c.[IsOpen], a.[Balance], a.[Pending], o.[Kind], o.[OccurredOn]
                FROM ({page.Sql}) p
                INNER JOIN {tables.Accounts} a ON a.[AccountId] = p.[AccountId]
                INNER JOIN {tables.Clients} c ON c.[AccountId] = p.[AccountId]
                LEFT JOIN {tables.Operations} o ON o.[AccountId] = a.[AccountId] AND o.[Sequence] = a.[Sequence]
                ORDER BY {page.OrderBy}
                """,
                new { yes = true, no = false, like = search?.Like, amount = search?.Amount, low = page.Low, high = page.High }))
                .Select(row => row.ToBalanceRow(currency)));
        }

        return rows;
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

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

    /// <summary>
    /// The totals, from the accounts' rows alone: clients are only asked which closed accounts are at zero, which are few. An account whose
    /// client is lost, which the verification of the books names, counts with what it owes or holds.
    /// </summary>
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
                SUM(CASE WHEN a.[Balance] = 0 THEN 1 ELSE 0 END) - (SELECT COUNT(*) FROM {From} WHERE c.[IsOpen] = @no AND a.[Balance] = 0) AS [Settled],
                SUM(a.[Pending]) AS [Announced],
                SUM(CASE WHEN a.[Pending] > 0 THEN 1 ELSE 0 END) AS [Announcing]
            FROM {tables.Accounts} a
            """,
            new { no = false })).Single();
        return new BalanceTotals(
            new Money((long)(row.Owed ?? 0), currency),
            (int)(row.Owing ?? 0),
            new Money((long)(row.Held ?? 0), currency),
            (int)(row.Holding ?? 0),
            (int)(row.Settled ?? 0),
            new Money((long)(row.Announced ?? 0), currency),
            (int)(row.Announcing ?? 0));
    }

    /// <summary>How many accounts all pages of a list have.</summary>
    /// <param name="query">The list.</param>
    /// <param name="totals">The totals, which say it of every list that nothing is searched in.</param>
    public async Task<int> CountAsync(BalanceQuery query, BalanceTotals totals)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(totals);
        if (string.IsNullOrWhiteSpace(query.Search))
        {
            return totals.CountOf(query.Filter);
        }

        var (where, parameters) = Where(query, (await terms.GetAsync()).Currency);
        return (int)(await tables.QueryAsync<long>(session, $"SELECT COUNT(*) FROM {From} WHERE {where}", parameters)).Single();
    }

    public async Task<IReadOnlyList<BalanceRow>> ListAsync(BalanceQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var currency = (await terms.GetAsync()).Currency;
        var (where, parameters) = Where(query, currency);
        var rows = await tables.QueryAsync<Row>(
            session,
            tables.Paged(
                "a.[AccountId], c.[Number], c.[Name], c.[IsOpen], a.[Balance], a.[Pending]",
                $"{From} WHERE {where}",
                OrderBy(query.Sort),
                query.Skip,
                query.Take),
            parameters);
        var last = await LastAsync([.. rows.Select(row => row.AccountId)]);
        return [.. rows.Select(row => row.ToBalanceRow(currency, last.GetValueOrDefault(row.AccountId)))];
    }

    // Asked for the page's accounts apart: joined to the list, the database reads it of every account that it passes over.
    private async Task<Dictionary<string, LastRow>> LastAsync(IReadOnlyCollection<string> accountIds)
    {
        if (accountIds.Count == 0)
        {
            return [];
        }

        var (isOne, parameters) = LedgerTables.In("a.[AccountId]", accountIds);
        return (await tables.QueryAsync<LastRow>(
            session,
            $"""
            SELECT a.[AccountId], o.[Kind], o.[OccurredOn]
            FROM {tables.Accounts} a INNER JOIN {tables.Operations} o ON o.[AccountId] = a.[AccountId] AND o.[Sequence] = a.[Sequence] WHERE {isOne}
            """,
            parameters)).ToDictionary(row => row.AccountId, StringComparer.Ordinal);
    }

    private static string OrderBy(BalanceSort sort) => sort switch
    {
        BalanceSort.Held => "a.[Balance] DESC, c.[SortKey], c.[Number]",
        BalanceSort.Name => "c.[SortKey], c.[Number]",
        BalanceSort.Number => "c.[Number]",
        _ => "a.[Balance], c.[SortKey], c.[Number]",
    };

    private (string Where, object Parameters) Where(BalanceQuery query, Currency currency)
    {
        var where = query.Filter switch
        {
            BalanceFilter.ToPay => "a.[Balance] < 0",
            BalanceFilter.Credit => "a.[Balance] > 0",
            BalanceFilter.Settled => "a.[Balance] = 0 AND c.[IsOpen] = @yes",
            _ => "(c.[IsOpen] = @yes OR a.[Balance] <> 0)",
        };
        if (string.IsNullOrWhiteSpace(query.Search))
        {
            return (where, new { yes = true });
        }

        // An amount finds the accounts that owe or hold exactly that; anything else is part of a name, a number or a reference. Two lists
        // put together: asked for one or the other, the database would look at each account for both.
        var amount = AmountReader.Read(query.Search, currency).Amount?.Abs().MinorUnits;
        var like = NameText.Pattern(query.Search);
        return (
            $"""
            {where} AND a.[AccountId] IN (
                SELECT [AccountId] FROM {tables.Clients} WHERE [Search] LIKE @like ESCAPE '!'
                UNION SELECT [AccountId] FROM {tables.Accounts} WHERE [Balance] IN (@amount, -@amount))
            """,
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

        public BalanceRow ToBalanceRow(Currency currency, LastRow? last) => new(
            AccountId,
            Number,
            Name,
            IsOpen,
            new Money(Balance, currency),
            new Money(Pending, currency),
            last is null ? null : Enum.Parse<OperationKind>(last.Kind),
            last is null ? null : DateOnly.ParseExact(last.OccurredOn, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private sealed class LastRow
    {
        public string AccountId { get; set; } = string.Empty;

        public string Kind { get; set; } = string.Empty;

        public string OccurredOn { get; set; } = string.Empty;
    }
}

using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Trends;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Trends;

/// <summary>Has the database sum the operations' index by month.</summary>
public sealed class MoneyTrends(ISession session, LedgerTables tables, IMarketTerms terms) : IMoneyTrends
{
    // What an operation is, or what the one that it reverses is.
    private const string Meant = "CASE WHEN o.[Kind] = 'Reversal' THEN r.[Kind] ELSE o.[Kind] END";

    private const string MonthOf = "SUBSTRING(o.[OccurredOn], 1, 7)";

    private const string Charged = $"CASE WHEN {Meant} IN ('{nameof(OperationKind.Order)}', '{nameof(OperationKind.Fee)}') OR (o.[Kind] <> 'Reversal' AND o.[Amount] < 0) THEN o.[Amount] ELSE 0 END";

    private static readonly string IsMoney = $"{Meant} IN ('{OperationKind.Payment}', '{OperationKind.Refund}')";

    private string From => $"{tables.Operations} o LEFT JOIN {tables.Operations} r ON r.[OperationId] = o.[Reverses]";

    public async Task<IReadOnlyList<AccountMonth>> AccountsAsync(Month first, Month last)
    {
        var currency = (await terms.GetAsync()).Currency;
        var month = $"CASE WHEN o.[OccurredOn] < @from THEN @before WHEN o.[OccurredOn] > @to THEN @last ELSE {MonthOf} END";
        var rows = await tables.QueryAsync<Row>(
            session,
            $"""
            SELECT s.[AccountId], s.[Month], SUM(s.[Amount]) AS [Amount], SUM(s.[Charged]) AS [Charged]
            FROM (SELECT o.[AccountId], {month} AS [Month], o.[Amount], {Charged} AS [Charged] FROM {From}) s
            GROUP BY s.[AccountId], s.[Month]
            """,
            new { from = Day(first.FirstDay), to = Day(last.LastDay), before = first.Plus(-1).ToString(), last = last.ToString() });
        return [.. rows.Select(row => new AccountMonth(row.AccountId, Month.Parse(row.Month), new Money((long)row.Amount, currency), new Money((long)row.Charged, currency)))];
    }

    public async Task<IReadOnlyList<MethodMonth>> TakingsAsync(Month first, Month last)
    {
        var currency = (await terms.GetAsync()).Currency;
        var rows = await tables.QueryAsync<Row>(
            session,
            $"""
            SELECT {MonthOf} AS [Month], o.[Method], SUM(o.[Amount]) AS [Amount] FROM {From}
            WHERE o.[OccurredOn] BETWEEN @from AND @to AND {IsMoney} AND o.[Method] IS NOT NULL
            GROUP BY {MonthOf}, o.[Method]
            """,
            new { from = Day(first.FirstDay), to = Day(last.LastDay) });
        return [.. rows.Select(row => new MethodMonth(Month.Parse(row.Month), row.Method, new Money((long)row.Amount, currency)))];
    }

    public async Task<IReadOnlyList<OrderMonth>> OrdersAsync(Month first, Month last)
    {
        var currency = (await terms.GetAsync()).Currency;

        // An order that was cancelled comes to nothing, and is none.
        var rows = await tables.QueryAsync<Row>(
            session,
            $"""
            SELECT SUBSTRING(s.[FirstDay], 1, 7) AS [Month], COUNT(*) AS [Orders], COUNT(DISTINCT s.[AccountId]) AS [Members], SUM(s.[Amount]) AS [Amount]
            FROM (SELECT o.[AccountId], o.[OrderId], MIN(o.[OccurredOn]) AS [FirstDay], SUM(o.[Amount]) AS [Amount] FROM {From}
                WHERE o.[OrderId] IS NOT NULL AND {Meant} = '{OperationKind.Order}' GROUP BY o.[AccountId], o.[OrderId] HAVING SUM(o.[Amount]) < 0) s
            WHERE s.[FirstDay] BETWEEN @from AND @to GROUP BY SUBSTRING(s.[FirstDay], 1, 7) ORDER BY 1
            """,
            new { from = Day(first.FirstDay), to = Day(last.LastDay) });
        return [.. rows.Select(row => new OrderMonth(Month.Parse(row.Month), (int)row.Orders, (int)row.Members, new Money(-(long)row.Amount, currency)))];
    }

    public async Task<IReadOnlyDictionary<string, DistributionSums>> DistributionsAsync(IReadOnlyCollection<string> distributionIds)
    {
        ArgumentNullException.ThrowIfNull(distributionIds);
        if (distributionIds.Count == 0)
        {
            return new Dictionary<string, DistributionSums>();
        }

        var currency = (await terms.GetAsync()).Currency;
        var (isOne, parameters) = LedgerTables.In("o.[DistributionId]", distributionIds);
        var rows = await tables.QueryAsync<Row>(
            session,
            $"""
            SELECT o.[DistributionId], SUM(CASE WHEN {Meant} = '{OperationKind.Order}' THEN -o.[Amount] ELSE 0 END) AS [Charged],
                SUM(CASE WHEN {IsMoney} THEN o.[Amount] ELSE 0 END) AS [Amount]
            FROM {From} WHERE {isOne} GROUP BY o.[DistributionId]
            """,
            parameters);
        return rows.ToDictionary(
            row => row.DistributionId,
            row => new DistributionSums(new Money((long)row.Charged, currency), new Money((long)row.Amount, currency)),
            StringComparer.Ordinal);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public string AccountId { get; set; } = string.Empty;

        public string Month { get; set; } = string.Empty;

        public string Method { get; set; } = string.Empty;

        public string DistributionId { get; set; } = string.Empty;

        public decimal Amount { get; set; }

        public decimal Charged { get; set; }

        public long Orders { get; set; }

        public long Members { get; set; }
    }
}

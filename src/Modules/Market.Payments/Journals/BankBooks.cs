using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Journals;

/// <summary>Sums what the journals enter at the bank, without writing them.</summary>
public sealed class BankBooks(ISession session, LedgerTables tables, ChartReader charts, IProviderPayouts payouts, IMarketTerms terms) : IBankBooks
{
    public async Task<Money> MovedAsync(DateOnly from, DateOnly to)
    {
        var (chart, currency) = (await charts.GetAsync(), (await terms.GetAsync()).Currency);
        var sums = await tables.QueryAsync<MethodSum>(
            session,
            $"""
            SELECT o.[Method], CASE WHEN o.[Kind] = '{OperationKind.Refund}' OR r.[Kind] = '{OperationKind.Refund}' THEN 1 ELSE 0 END AS [IsRefund], SUM(o.[Amount]) AS [Amount]
            FROM {tables.Operations} o LEFT JOIN {tables.Operations} r ON r.[OperationId] = o.[Reverses]
            WHERE o.[OccurredOn] BETWEEN @from AND @to AND o.[Method] IS NOT NULL
            GROUP BY o.[Method], CASE WHEN o.[Kind] = '{OperationKind.Refund}' OR r.[Kind] = '{OperationKind.Refund}' THEN 1 ELSE 0 END
            """,
            new { from = Text(from), to = Text(to) });
        var operations = sums.Where(sum => (sum.IsRefund == 1 ? chart.ForRefund(sum.Method) : chart.ForMethod(sum.Method)).Received.Number == chart.Bank.Number).Sum(sum => (long)sum.Amount);
        var arrived = (await payouts.OfDaysAsync(from, to)).Sum(payout => payout.Amount.MinorUnits);
        return new Money(operations + arrived, currency);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class MethodSum
    {
        public string Method { get; set; } = string.Empty;

        public int IsRefund { get; set; }

        public decimal Amount { get; set; }
    }
}

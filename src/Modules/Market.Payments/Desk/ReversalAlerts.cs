using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Storage;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.Desk;

/// <summary>A payment that was reversed: a cheque unpaid, a transfer that came back, a mistake.</summary>
public sealed class ReversalAlerts(ISession session, LedgerTables tables, IMarketTerms terms, IStringLocalizer<ReversalAlerts> S) : IAlertSource
{
    public string Name => "payment-reversed";

    public string Label => S["A payment is reversed"];

    public string Right => PaymentsRights.ViewBalances;

    public async Task<IReadOnlyList<Alert>> FindAsync(DateTimeOffset since)
    {
        var currency = (await terms.GetAsync()).Currency;
        var rows = await tables.QueryAsync<Row>(
            session,
            tables.Paged(
                "o.[OperationId], o.[AccountId], o.[Amount], o.[RecordedMilliseconds], c.[Name]",
                $"{tables.Operations} o INNER JOIN {tables.Operations} r ON r.[OperationId] = o.[Reverses] INNER JOIN {tables.Clients} c ON c.[AccountId] = o.[AccountId] WHERE o.[RecordedMilliseconds] >= @since AND o.[Kind] = '{OperationKind.Reversal}' AND r.[Kind] = '{OperationKind.Payment}'",
                "o.[RecordedMilliseconds], o.[OperationId]",
                0,
                Alert.Most),
            new { since = since.ToUnixTimeMilliseconds() });
        return [.. rows.Select(row => new Alert(
            row.OperationId,
            DateTimeOffset.FromUnixTimeMilliseconds(row.RecordedMilliseconds),
            S["{0}: a payment of {1} is reversed.", row.Name, new Money(row.Amount, currency).Abs().ForPeople()],
            "payments/accounts/" + row.AccountId))];
    }

    private sealed class Row
    {
        public string OperationId { get; set; } = string.Empty;

        public string AccountId { get; set; } = string.Empty;

        public string Name { get; set; } = string.Empty;

        public long Amount { get; set; }

        public long RecordedMilliseconds { get; set; }
    }
}

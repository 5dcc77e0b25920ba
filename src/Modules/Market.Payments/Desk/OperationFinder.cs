using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Pending;
using Market.Payments.Statements;
using Market.Payments.Storage;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.Desk;

/// <summary>Finds what was recorded and what was announced by its amount, the newest first.</summary>
public sealed class OperationFinder(ISession session, LedgerTables tables, OperationWords words, IStringLocalizer<OperationFinder> S) : IFinder
{
    public string Right => PaymentsRights.ViewBalances;

    public async Task<IReadOnlyList<Found>> FindAsync(Searched searched)
    {
        ArgumentNullException.ThrowIfNull(searched);
        return searched.Amount is { } amount ? [.. await OperationsAsync(amount), .. await AnnouncedAsync(amount)] : [];
    }

    private async Task<IEnumerable<Found>> OperationsAsync(Money amount) =>
        (await ReadAsync(
            "c.[AccountId], c.[Name], o.[Amount], o.[Kind], o.[OccurredOn] AS [Day]",
            $"{tables.Operations} o INNER JOIN {tables.Clients} c ON c.[AccountId] = o.[AccountId] WHERE o.[Amount] IN (@amount, @back)",
            "o.[RecordedMilliseconds] DESC",
            amount))
        .Select(row => new Found(S["Recorded"], $"{words.Kind(Enum.Parse<OperationKind>(row.Kind))} {new Money(row.Amount, amount.Currency).WithSign()}", Account(row))
        {
            Detail = $"{row.Name} · {Day(row)}",
        });

    private async Task<IEnumerable<Found>> AnnouncedAsync(Money amount) =>
        (await ReadAsync(
            "c.[AccountId], c.[Name], p.[Amount], p.[AnnouncedOn] AS [Day]",
            $"{tables.PendingPayments} p INNER JOIN {tables.Clients} c ON c.[AccountId] = p.[AccountId] WHERE p.[Amount] = @amount AND p.[State] = '{PendingState.Announced}'",
            "p.[AnnouncedOn] DESC, p.[PendingPaymentId]",
            amount))
        .Select(row => new Found(S["Announced payments"], new Money(row.Amount, amount.Currency).ForPeople(), Account(row)) { Detail = $"{row.Name} · {Day(row)}" });

    private Task<IReadOnlyList<Row>> ReadAsync(string select, string from, string orderBy, Money amount) => tables.QueryAsync<Row>(
        session, tables.Paged(select, from, orderBy, 0, Searched.Most), new { amount = amount.MinorUnits, back = -amount.MinorUnits });

    private static DeskLink Account(Row row) => DeskLink.Of("PaymentsAccount", "id", row.AccountId);

    private static string Day(Row row) => DateOnly.ParseExact(row.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture).InWords();

    private sealed class Row
    {
        public string AccountId { get; set; } = string.Empty;

        public string Name { get; set; } = string.Empty;

        public long Amount { get; set; }

        public string Kind { get; set; } = string.Empty;

        public string Day { get; set; } = string.Empty;
    }
}

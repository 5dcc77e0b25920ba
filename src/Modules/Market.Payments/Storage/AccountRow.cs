using System.Data.Common;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Closings;

namespace Market.Payments.Storage;

/// <summary>An account's row as postings lock it and verifications check it, with what the client's own settings add.</summary>
internal sealed class AccountRow
{
    public string AccountId { get; set; } = string.Empty;

    public long Balance { get; set; }

    public long Pending { get; set; }

    public long Sequence { get; set; }

    public string Hash { get; set; } = string.Empty;

    public long? LastRecorded { get; set; }

    public bool IsOpen { get; set; }

    public long? Floor { get; set; }

    public long? ClosedUntil { get; set; }

    public string? LastClosedYear { get; set; }

    public static string Select(LedgerTables tables) =>
        $"""
        SELECT a.[AccountId], a.[Balance], a.[Pending], a.[Sequence], a.[Hash], a.[LastRecorded], c.[IsOpen], c.[Floor],
            (SELECT MAX([EndMilliseconds]) FROM {tables.Closings}) AS [ClosedUntil], {tables.LastClosedYear} AS [LastClosedYear]
        FROM {tables.Accounts} a INNER JOIN {tables.Clients} c ON c.[AccountId] = a.[AccountId]
        """;

    /// <summary>Reads the row that <see cref="Select"/> brings.</summary>
    public static AccountRow Read(DbDataReader row) => new()
    {
        AccountId = row.GetString(0),
        Balance = row.GetInt64(1),
        Pending = row.GetInt64(2),
        Sequence = row.GetInt64(3),
        Hash = row.GetString(4),
        LastRecorded = Number(row, 5),
        IsOpen = row.GetBoolean(6),
        Floor = Number(row, 7),
        ClosedUntil = Number(row, 8),
        LastClosedYear = row.IsDBNull(9) ? null : row.GetString(9),
    };

    public AccountHead ToHead(Currency currency) => new(
        AccountId,
        IsOpen,
        new Money(Balance, currency),
        Sequence,
        Hash,
        Floor is { } floor ? new Money(floor, currency) : null)
    {
        Pending = Pending,
        LastRecordedAt = Instant(LastRecorded),
        ClosedUntil = Instant(ClosedUntil),
        OpenFrom = ClosingKey.OpenFrom(LastClosedYear),
    };

    private static long? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static DateTimeOffset? Instant(long? milliseconds) =>
        milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
}

using System.Data.Common;
using System.Globalization;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Pending;
using Market.Payments.Storage;

namespace Market.Payments.Books.Reading;

/// <summary>An account as postings keep it, with its last place and what is announced on it: all of one moment, for one statement reads it.</summary>
internal sealed record KeptAccount(AccountHead Head, long? LastPlace, long Announced)
{
    /// <summary>The statement that brings the row of <c>@account</c>.</summary>
    public static string Select(LedgerTables tables) =>
        $"""
        SELECT a.[AccountId], a.[Balance], a.[Pending], a.[Sequence], a.[Hash], a.[LastRecorded],
            (SELECT MAX(o.[Sequence]) FROM {tables.Operations} o WHERE o.[AccountId] = a.[AccountId]),
            (SELECT SUM(p.[Amount]) FROM {tables.PendingPayments} p WHERE p.[AccountId] = a.[AccountId] AND p.[State] = '{PendingState.Announced}')
        FROM {tables.Accounts} a WHERE a.[AccountId] = @account
        """;

    public static KeptAccount Read(DbDataReader row, Currency currency) => new(
        new AccountHead(row.GetString(0), IsOpen: true, new Money(row.GetInt64(1), currency), row.GetInt64(3), row.GetString(4))
        {
            Pending = row.GetInt64(2),
            LastRecordedAt = row.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        },
        row.IsDBNull(6) ? null : row.GetInt64(6),
        row.IsDBNull(7) ? 0 : Convert.ToInt64(row.GetValue(7), CultureInfo.InvariantCulture));

    /// <summary>Whether an operation was there at that moment; one that came later is for the next verification.</summary>
    public bool Knows(long sequence) => Head.Sequence != LastPlace || sequence <= Head.Sequence;
}

using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Market.Ledger;
using Market.Ledger.Documents;
using Market.Payments.Storage;

namespace Market.Payments.Books.Reading;

/// <summary>An operation's document, and what the index, by which sums are made and operations found, says of it. It is read where the database left it.</summary>
internal static class OperationRow
{
    /// <summary>The statement that brings the rows of <c>@account</c>, in their order.</summary>
    public static string Select(LedgerTables tables) =>
        $"""
        SELECT d.[Content], o.[OperationId], o.[AccountId], o.[Sequence], o.[Kind], o.[Amount], o.[OrderId], o.[OccurredOn], o.[Reverses], o.[RecordedMilliseconds], o.[KeyHash]
        FROM {tables.Operations} o INNER JOIN {tables.Documents} d ON d.[Id] = o.[DocumentId]
        WHERE o.[AccountId] = @account ORDER BY o.[Sequence], o.[Id]
        """;

    public static string IdOf(DbDataReader row) => row.GetString(1);

    public static long SequenceOf(DbDataReader row) => row.GetInt64(3);

    /// <returns>None where the document holds no operation, or another than the index says.</returns>
    public static Operation? Read(DbDataReader row, Driver driver, JsonSerializerOptions json)
    {
        try
        {
            return OperationReader.Read(driver.Utf8(row, 0), json) is { } operation && Agrees(row, operation) ? operation : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Agrees(DbDataReader row, Operation operation) =>
        operation.Id == row.GetString(1)
        && operation.AccountId == row.GetString(2)
        && operation.Sequence == row.GetInt64(3)
        && operation.Kind.ToString() == row.GetString(4)
        && operation.Amount.MinorUnits == row.GetInt64(5)
        && operation.OrderId == TextOf(row, 6)
        && operation.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == row.GetString(7)
        && operation.Reverses == TextOf(row, 8)
        && operation.RecordedAt.ToUnixTimeMilliseconds() == row.GetInt64(9)
        && KeyHash.Of(operation.IdempotencyKey) == row.GetString(10);

    private static string? TextOf(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

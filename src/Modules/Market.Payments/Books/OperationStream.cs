using Dapper;
using Market.Ledger;
using Market.Ledger.Documents;
using Market.Payments.Books.Reading;
using Market.Payments.Storage;
using Microsoft.Extensions.Options;
using OrchardCore.Json;
using YesSql;

namespace Market.Payments.Books;

/// <summary>
/// Reads operations without the session, which would keep each and look at it again: those of an account at once, those of days in the order
/// they were recorded, page by page and without keeping any, so that a year takes no more memory than a day.
/// </summary>
public sealed class OperationStream(ISession session, LedgerTables tables, IOptions<DocumentJsonSerializerOptions> json) : IMethodOperations
{
    private const int PageSize = 500;

    /// <summary>All operations of an account, in their order.</summary>
    public async Task<IReadOnlyList<Operation>> OfAccountAsync(string accountId)
    {
        await session.FlushAsync();
        var operations = new List<Operation>();
        await ReadAsync(
            tables.Quoted($"SELECT o.[DocumentId], o.[Sequence], d.[Content] FROM {tables.Operations} o INNER JOIN {tables.Documents} d ON d.[Id] = o.[DocumentId] WHERE o.[AccountId] = @accountId ORDER BY o.[Sequence]"),
            new { accountId },
            (operation, _, _) => operations.Add(operation));
        return operations;
    }

    /// <summary>The operations of these days of the market, both included.</summary>
    public IAsyncEnumerable<Operation> OfDaysAsync(DateOnly from, DateOnly to) =>
        ReadAsync("o.[OccurredOn] >= @from AND o.[OccurredOn] <= @to", Text(from), Text(to));

    /// <summary>The operations of these days that may sell something or take it back: orders, fees, and reversals.</summary>
    public IAsyncEnumerable<Operation> SalesOfDaysAsync(DateOnly from, DateOnly to) => ReadAsync(
        $"o.[OccurredOn] >= @from AND o.[OccurredOn] <= @to AND o.[Kind] IN ('{OperationKind.Order}', '{OperationKind.Fee}', '{OperationKind.Reversal}')",
        Text(from),
        Text(to));

    /// <summary>The operations recorded in this stretch of time, its end not included.</summary>
    public IAsyncEnumerable<Operation> RecordedAsync(DateTimeOffset from, DateTimeOffset to) =>
        ReadAsync("o.[RecordedMilliseconds] >= @from AND o.[RecordedMilliseconds] < @to", from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());

    /// <summary>Those of them that are by this method.</summary>
    public IAsyncEnumerable<Operation> RecordedAsync(DateTimeOffset from, DateTimeOffset to, string method) =>
        ReadAsync("o.[RecordedMilliseconds] >= @from AND o.[RecordedMilliseconds] < @to AND o.[Method] = @method", from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds(), method);

    public IAsyncEnumerable<Operation> ReadAsync(string method, DateTimeOffset since) => RecordedAsync(since, DateTimeOffset.MaxValue, method);

    private async IAsyncEnumerable<Operation> ReadAsync(string where, object from, object to, string? method = null)
    {
        var sql = PageOf(where);
        var parameters = new Dictionary<string, object> { ["from"] = from, ["to"] = to, ["recorded"] = long.MinValue, ["document"] = 0L };
        if (method is not null)
        {
            parameters["method"] = method;
        }

        var page = new List<Operation>(PageSize);
        do
        {
            page.Clear();
            await ReadAsync(sql, parameters, (operation, document, recorded) =>
            {
                page.Add(operation);
                (parameters["document"], parameters["recorded"]) = (document, recorded);
            });

            // Who reads them asks the same connection about others.
            foreach (var operation in page)
            {
                yield return operation;
            }
        }
        while (page.Count == PageSize);
    }

    // Each with its document's id and what it is sorted by.
    private async Task ReadAsync(string sql, object parameters, Action<Operation, long, long> take)
    {
        var driver = new Driver(session.Store.Configuration.SqlDialect);
        await using var rows = await (await session.CreateConnectionAsync()).ExecuteReaderAsync(sql, parameters, session.CurrentTransaction);
        while (await rows.ReadAsync())
        {
            var document = rows.GetInt64(0);
            var operation = OperationReader.Read(driver.Utf8(rows, 2), json.Value.SerializerOptions)
                ?? throw new InvalidOperationException($"Document {document} holds no operation.");
            take(operation, document, rows.GetInt64(1));
        }
    }

    // The first of the two conditions alone lets the database begin at the page: without it each page would cost as much as all before it.
    private string PageOf(string where) => tables.Paged(
        "o.[DocumentId], o.[RecordedMilliseconds], d.[Content]",
        $"""
        {tables.Operations} o INNER JOIN {tables.Documents} d ON d.[Id] = o.[DocumentId]
        WHERE {where} AND o.[RecordedMilliseconds] >= @recorded AND (o.[RecordedMilliseconds] > @recorded OR o.[DocumentId] > @document)
        """,
        "o.[RecordedMilliseconds], o.[DocumentId]",
        0,
        PageSize);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

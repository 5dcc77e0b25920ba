using System.Text.Json;
using Market.Ledger;
using Microsoft.Extensions.Options;
using OrchardCore.Json;
using YesSql;

namespace Market.Payments.Services;

/// <summary>Reads operations in the order they were recorded, page by page and without keeping any: a year takes no more memory than a day.</summary>
public sealed class OperationStream(ISession session, LedgerTables tables, IOptions<DocumentJsonSerializerOptions> json)
{
    private const int PageSize = 500;

    /// <summary>The operations of these days of the market, both included.</summary>
    public async IAsyncEnumerable<Operation> ReadAsync(DateOnly from, DateOnly to)
    {
        var parameters = new Dictionary<string, object> { ["from"] = Text(from), ["to"] = Text(to), ["recorded"] = long.MinValue, ["document"] = 0L };
        while (await PageAsync(parameters) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                yield return JsonSerializer.Deserialize<Operation>(row.Content, json.Value.SerializerOptions)
                    ?? throw new InvalidOperationException($"Document {row.DocumentId} holds no operation.");
            }

            (parameters["recorded"], parameters["document"]) = (page[^1].RecordedMilliseconds, page[^1].DocumentId);
        }
    }

    private Task<IReadOnlyList<Row>> PageAsync(Dictionary<string, object> parameters) => tables.QueryAsync<Row>(
        session,
        tables.Paged(
            "o.[DocumentId], o.[RecordedMilliseconds], d.[Content]",
            $"""
            {tables.Operations} o INNER JOIN {tables.Documents} d ON d.[Id] = o.[DocumentId]
            WHERE o.[OccurredOn] >= @from AND o.[OccurredOn] <= @to
                AND (o.[RecordedMilliseconds] > @recorded OR (o.[RecordedMilliseconds] = @recorded AND o.[DocumentId] > @document))
            """,
            "o.[RecordedMilliseconds], o.[DocumentId]",
            0,
            PageSize),
        parameters);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public long DocumentId { get; set; }

        public long RecordedMilliseconds { get; set; }

        public string Content { get; set; } = string.Empty;
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using CsvHelper.Configuration;
using Market.Ledger.Closings;
using Market.Ledger.Journals;
using Market.Payments.Models;
using Market.Payments.Payouts;
using Market.Payments.Storage;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using YesSql;

namespace Market.Payments.Books;

/// <summary>
/// Puts a closed year in one file of open forms: its operations as JSON lines and as CSV, the closings, and a note in French and English
/// that says how to check it without this program. That it was made is recorded.
/// </summary>
public sealed class YearArchive(OperationStream operations, PayoutChain payouts, YesSqlClosingStore closings, IUnitOfWork work, IClock clock)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    /// <summary>Writes the archive of a closed year to a seekable stream and records that.</summary>
    /// <returns>What was recorded, or null where the year is not closed.</returns>
    public async Task<ArchiveRecord?> WriteAsync(Stream output, string year, string userId)
    {
        ArgumentNullException.ThrowIfNull(output);
        var all = await closings.ListAsync();
        if (all.FirstOrDefault(closing => closing.Period.Kind is ClosingKind.Yearly && closing.Period.Key == year) is not { } closed)
        {
            return null;
        }

        await using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            await WriteTextAsync(zip, "LISEZMOI.txt", ArchiveNote.French(closed));
            await WriteTextAsync(zip, "README.txt", ArchiveNote.English(closed));
            await WriteOperationsAsync(zip, closed.Period);
            await WriteCsvAsync(zip, closed.Period);
            await WritePayoutsAsync(zip, closed.Period);
            await WriteClosingsAsync(zip, all.Where(closing => closing.Period.To <= closed.Period.To).Reverse());
        }

        output.Position = 0;
        var record = new ArchiveRecord
        {
            Year = year,
            MadeAt = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero),
            MadeBy = userId,
            Operations = closed.Totals.Operations,
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(output)),
        };
        output.Position = 0;
        await RecordAsync(record);
        return record;
    }

    private Task<bool> RecordAsync(ArchiveRecord record) => work.RunAsync(
        async services =>
        {
            await services.GetRequiredService<ISession>().SaveAsync(record, checkConcurrency: false, LedgerCollection.Name);
            foreach (var observer in services.GetServices<IBooksObserver>())
            {
                await observer.ArchivedAsync(record);
            }

            return true;
        },
        _ => true);

    private async Task WriteOperationsAsync(ZipArchive zip, ClosingPeriod period)
    {
        await using var writer = Open(zip, "operations.jsonl");
        await foreach (var operation in operations.RecordedAsync(period.From, period.To))
        {
            await writer.WriteAsync(JsonSerializer.Serialize(operation, Json) + "\n");
        }
    }

    private async Task WriteCsvAsync(ZipArchive zip, ClosingPeriod period)
    {
        await using var csv = new CsvWriter(Open(zip, "operations.csv"), Csv);
        await RowAsync(csv, "id", "account", "sequence", "kind", "amount", "currency", "method", "order", "distribution", "details", "memo", "occurred-on", "recorded-at", "recorded-by", "reverses", "key", "previous-hash", "hash");
        await foreach (var operation in operations.RecordedAsync(period.From, period.To))
        {
            await RowAsync(
                csv,
                operation.Id,
                operation.AccountId,
                operation.Sequence.ToString(CultureInfo.InvariantCulture),
                operation.Kind.ToString(),
                operation.Amount.ToInvariantString(),
                operation.Amount.Currency.Code,
                operation.Method,
                SpreadsheetText.Of(operation.OrderId),
                SpreadsheetText.Of(operation.DistributionId),
                operation.Details.Count == 0 ? string.Empty : JsonSerializer.Serialize(new SortedDictionary<string, string>(operation.Details.ToDictionary(), StringComparer.Ordinal), Json),
                SpreadsheetText.Of(operation.Memo),
                operation.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                operation.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                SpreadsheetText.Of(operation.RecordedBy),
                operation.Reverses,
                SpreadsheetText.Of(operation.IdempotencyKey),
                operation.PreviousHash,
                operation.Hash);
        }
    }

    private async Task WritePayoutsAsync(ZipArchive zip, ClosingPeriod period)
    {
        await using var writer = Open(zip, "payouts.jsonl");
        foreach (var entry in await payouts.RecordedAsync(period.From, period.To))
        {
            await writer.WriteAsync(JsonSerializer.Serialize(entry, Json) + "\n");
        }
    }

    private static async Task WriteClosingsAsync(ZipArchive zip, IEnumerable<Closing> closings)
    {
        await using var writer = Open(zip, "closings.jsonl");
        foreach (var closing in closings)
        {
            await writer.WriteAsync(JsonSerializer.Serialize(closing, Json) + "\n");
        }
    }

    private static async Task WriteTextAsync(ZipArchive zip, string name, string text)
    {
        await using var writer = Open(zip, name);
        await writer.WriteAsync(text);
    }

    private static StreamWriter Open(ZipArchive zip, string name) =>
        new(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static Task RowAsync(CsvWriter csv, params string?[] fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        return csv.NextRecordAsync();
    }
}

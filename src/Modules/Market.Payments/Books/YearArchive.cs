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
/// Puts a closed year in one file of open forms: its operations as JSON lines and as CSV, the closings, and what the year keeps, with a note
/// in French and English that says how to check it without this program. It is the same file each time; that it was made is recorded.
/// </summary>
public sealed class YearArchive(
    OperationStream operations,
    PayoutChain payouts,
    YesSqlClosingStore closings,
    YearFileStore files,
    IUnitOfWork work,
    IClock clock)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    // As Unix writes it, 0644.
    private const int ReadableByAll = 0x81A4;

    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    /// <summary>Writes the archive of a closed year to a seekable stream and records that.</summary>
    /// <returns>What was recorded, or null where the year is not closed.</returns>
    public async Task<ArchiveRecord?> WriteAsync(Stream output, string year, string userId)
    {
        ArgumentNullException.ThrowIfNull(output);

        // What the year keeps is part of its archive, so it is kept before the first one is made.
        await YearKeeper.RunAsync(work);
        var all = await closings.ListAsync();
        if (all.FirstOrDefault(closing => closing.Period.Kind is ClosingKind.Yearly && closing.Period.Key == year) is not { } closed)
        {
            return null;
        }

        await using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            await WriteKeptAsync(zip, closed);
            await WriteOperationsAsync(zip, closed);
            await WriteCsvAsync(zip, closed);
            await WriteLinesAsync(zip, closed, "payouts.jsonl", (await payouts.RecordedAsync(closed.Period.From, closed.Period.To)).Select(entry => JsonSerializer.Serialize(entry, Json)));
            await WriteLinesAsync(zip, closed, "closings.jsonl", all
                .Where(closing => closing.Period.To <= closed.Period.To)
                .OrderBy(closing => closing.Period.To).ThenBy(closing => closing.Period.Kind)
                .Select(closing => JsonSerializer.Serialize(closing, Json)));
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

    private async Task WriteOperationsAsync(ZipArchive zip, Closing year)
    {
        await using var writer = Open(zip, year, "operations.jsonl");
        await foreach (var operation in operations.RecordedAsync(year.Period.From, year.Period.To))
        {
            await writer.WriteAsync(JsonSerializer.Serialize(operation, Json) + "\n");
        }
    }

    private async Task WriteCsvAsync(ZipArchive zip, Closing year)
    {
        await using var csv = new CsvWriter(Open(zip, year, "operations.csv"), Csv);
        await RowAsync(csv, "id", "account", "sequence", "kind", "amount", "currency", "method", "order", "distribution", "details", "memo", "occurred-on", "recorded-at", "recorded-by", "reverses", "key", "previous-hash", "hash");
        await foreach (var operation in operations.RecordedAsync(year.Period.From, year.Period.To))
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

    private async Task WriteKeptAsync(ZipArchive zip, Closing year)
    {
        var (from, to) = YearTexts.DaysOf(year);
        var kept = (await files.ListAsync()).Where(file => !file.IsJournal && (file.From, file.To) == (from, to)).ToList();
        foreach (var file in kept)
        {
            await using var writer = Open(zip, year, file.Name);
            await foreach (var part in files.PartsAsync(file.Number))
            {
                await writer.WriteAsync(part);
            }
        }

        await WriteLinesAsync(zip, year, "kept.jsonl", kept.Select(file => JsonSerializer.Serialize(file, Json)));
    }

    private static async Task WriteLinesAsync(ZipArchive zip, Closing year, string name, IEnumerable<string> lines)
    {
        await using var writer = Open(zip, year, name);
        foreach (var line in lines)
        {
            await writer.WriteAsync(line + "\n");
        }
    }

    // The same bytes whenever and wherever it is made: not compressed, because each version of the library compresses otherwise.
    private static StreamWriter Open(ZipArchive zip, Closing year, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = year.ClosedAt.ToUniversalTime();
        entry.ExternalAttributes = ReadableByAll << 16;
        return new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static Task RowAsync(CsvWriter csv, params string?[] fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        return csv.NextRecordAsync();
    }
}

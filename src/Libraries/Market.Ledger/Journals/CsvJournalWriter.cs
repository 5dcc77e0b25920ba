using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Market.Ledger.Journals;

/// <summary>
/// Writes a journal as CSV (RFC 4180), for a spreadsheet: one record a line, a comma between fields, a point before decimals.
/// What a spreadsheet would run as a formula is written as text.
/// </summary>
public static class CsvJournalWriter
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    private static readonly string[] Fields =
    [
        "journal", "entry", "date", "recorded-at", "account", "account-label", "client", "client-name", "piece", "text", "debit", "credit", "currency", "operation",
    ];

    /// <summary>Writes the journal, record by record.</summary>
    /// <param name="output">Where to; encode it in UTF-8.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task WriteAsync(TextWriter output, IAsyncEnumerable<JournalEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(entries);
        await using var csv = new CsvWriter(output, Configuration, leaveOpen: true);
        await RecordAsync(csv, Fields);
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            foreach (var line in entry.Lines)
            {
                await RecordAsync(csv, Record(entry, line));
            }
        }
    }

    private static string[] Record(JournalEntry entry, JournalLine line) =>
    [
        entry.Journal.Code, entry.Number.ToString(CultureInfo.InvariantCulture),
        entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        entry.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        line.Account.Number, SpreadsheetText.Of(line.Account.Label), SpreadsheetText.Of(line.Client?.Number), SpreadsheetText.Of(line.Client?.Name),
        SpreadsheetText.Of(entry.Piece), SpreadsheetText.Of(entry.Text), line.Debit.ToInvariantString(), line.Credit.ToInvariantString(), line.Debit.Currency.Code, entry.OperationId ?? string.Empty,
    ];

    private static Task RecordAsync(CsvWriter csv, string[] fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        return csv.NextRecordAsync();
    }
}

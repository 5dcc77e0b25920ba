using System.Globalization;
using System.Text;
using Market.Ledger.Closings;
using Market.Ledger.Journals;
using Market.Payments.Books;
using Market.Payments.Storage;

namespace Market.Payments.Journals;

/// <summary>The form a journal leaves in.</summary>
public enum JournalFormat
{
    /// <summary>The file French tax law asks for.</summary>
    Fec,

    /// <summary>Plain-text accounting: hledger and ledger.</summary>
    Hledger,

    /// <summary>A spreadsheet's.</summary>
    Csv,
}

/// <summary>
/// Writes the journals of some days of a financial year, in double entry, straight to where they go: of a closed year as it was kept, of
/// an open one as the books say it now. An entry has its number in its year, whichever days are asked for.
/// </summary>
public sealed class JournalExport(JournalBook book, FinancialYears years, YearFileStore files, IMarketCalendar calendar)
{
    /// <summary>What the file of some days is called. A FEC bears its legal name where it is that of a whole year which nothing changes any more.</summary>
    public async Task<string> NameAsync(JournalFormat format, Siren? siren, FinancialYear year, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(year);
        var days = string.Create(CultureInfo.InvariantCulture, $"market-{from:yyyy-MM-dd}-{to:yyyy-MM-dd}");
        return format switch
        {
            JournalFormat.Hledger => days + ".journal",
            JournalFormat.Csv => days + ".csv",
            _ when siren is not null && (from, to) == (year.From, year.To) && await years.FindKeptAsync(year) is not null => FecWriter.FileName(siren, to),
            _ => days + "-FEC.txt",
        };
    }

    // What is sent at once: a response sends each piece it is given by itself.
    private const int PieceLength = 1 << 15;

    /// <summary>Writes the days of a financial year, both included.</summary>
    public async Task WriteAsync(Stream output, JournalFormat format, FinancialYear year, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(year);
        var encoding = format is JournalFormat.Fec ? FecWriter.Encoding : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await using var writer = new StreamWriter(output, encoding, PieceLength, leaveOpen: true);
        var all = await years.FindKeptAsync(year) is { } kept ? Kept(kept) : book.EntriesAsync(year);
        var entries = all.Where(entry => from <= entry.Date && entry.Date <= to);
        await (format switch
        {
            JournalFormat.Fec => FecWriter.WriteAsync(writer, entries, await calendar.GetZoneAsync()),
            JournalFormat.Hledger => HledgerWriter.WriteAsync(writer, entries),
            _ => CsvJournalWriter.WriteAsync(writer, entries),
        });
    }

    private IAsyncEnumerable<JournalEntry> Kept(YearFile file) => files.LinesAsync(file.Number)
        .Select(line => JournalText.TryRead(line) ?? throw new InvalidOperationException($"Kept file {file.Number} holds a line that is no entry: verify the books."));
}

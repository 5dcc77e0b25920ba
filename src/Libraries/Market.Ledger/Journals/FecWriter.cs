using System.Globalization;
using System.Text;
using Market.Ledger.Amounts;

namespace Market.Ledger.Journals;

/// <summary>
/// Writes the <i>fichier des écritures comptables</i> that French tax law asks for: article A47 A-1 of the <i>livre des procédures
/// fiscales</i>. Eighteen fields under their names, separated by tabs (VI, VII); amounts with a decimal comma and dates as
/// yyyyMMdd (III); entries by the order they were recorded in, numbered without a gap. A record ends with CR LF (I, 1°).
/// </summary>
public static class FecWriter
{
    /// <summary>The names of the eighteen fields (VII, 1°), the file's first record.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef",
        "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
    ];

    /// <summary>
    /// What to write the file in: ISO 8859-15, since the article allows that, ASCII and EBCDIC and no other (III, 1°). A character it does
    /// not have is brought to the nearest that it has, see <see cref="FecText"/>.
    /// </summary>
    public static Encoding Encoding { get; } = CodePagesEncodingProvider.Instance.GetEncoding(28605, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!;

    /// <summary>The name the file must have (VII): the SIREN, FEC, and the day the financial year closes.</summary>
    public static string FileName(Siren siren, DateOnly closing)
    {
        ArgumentNullException.ThrowIfNull(siren);
        return $"{siren.Value}FEC{Date(closing)}.txt";
    }

    /// <summary>Writes the file, record by record.</summary>
    /// <param name="output">Where to; encode it with <see cref="Encoding"/>.</param>
    /// <param name="entries">The entries of a financial year, in the order they were recorded.</param>
    /// <param name="zone">The market's time zone, which gives the day an entry was recorded on; UTC where none is given.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task WriteAsync(TextWriter output, IAsyncEnumerable<JournalEntry> entries, TimeZoneInfo? zone = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(entries);
        await RecordAsync(output, Fields);
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            var recorded = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(entry.RecordedAt, zone ?? TimeZoneInfo.Utc).DateTime);

            // An order is recorded before its distribution's day, to which it belongs: no entry is valid before its own day.
            var valid = recorded < entry.Date ? entry.Date : recorded;
            foreach (var line in entry.Lines)
            {
                await RecordAsync(output, Record(entry, line, valid));
            }
        }
    }

    // Lettrage is optional and derived here, so those two stay empty; a currency is told only where it is not the euro.
    private static string[] Record(JournalEntry entry, JournalLine line, DateOnly valid)
    {
        var foreign = line.Debit.Currency != Currency.Euro;
        return
        [
            entry.Journal.Code, entry.Journal.Label,
            entry.Number.ToString(CultureInfo.InvariantCulture), Date(entry.Date),
            line.Account.Number, line.Account.Label,
            line.Client?.Number ?? string.Empty, line.Client is { } client ? FecText.Of(client.Name, client.Number) : string.Empty,
            FecText.Of(entry.Piece, entry.Number.ToString(CultureInfo.InvariantCulture)), Date(entry.Date), FecText.Of(entry.Text, entry.Journal.Label),
            Amount(line.Debit), Amount(line.Credit),
            string.Empty, string.Empty, Date(valid),
            foreign ? Amount(line.Net) : string.Empty, foreign ? line.Debit.Currency.Code : string.Empty,
        ];
    }

    private static Task RecordAsync(TextWriter output, IEnumerable<string> fields) =>
        output.WriteAsync(string.Join('\t', fields.Select(field => FecText.Of(field, string.Empty))) + "\r\n");

    private static string Amount(Money amount) => amount.ToInvariantString().Replace('.', ',');

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}

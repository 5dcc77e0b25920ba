using Market.Ledger.Closings;

namespace Market.Payments.Books;

/// <summary>A file that a calendar year keeps.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Write">Its lines, given when the year before was kept.</param>
public sealed record YearText(string Name, Func<DateTimeOffset?, IAsyncEnumerable<string>> Write);

/// <summary>
/// What a calendar year keeps for its archive, once: a note and the formats by which the archive is checked, as they were then, and what
/// other modules add. A later version of this program writes them otherwise, and changes no archive.
/// </summary>
public sealed class YearTexts(IEnumerable<IYearRecords> records)
{
    private static readonly string[] Formats = ["ledger-format.md", "payout-format.md"];

    /// <summary>The first and the last day of a closed year.</summary>
    public static (DateOnly From, DateOnly To) DaysOf(Closing year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return (ClosingKey.FirstDay(year.Period.Kind, year.Period.Key), ClosingKey.DayAfter(year.Period.Kind, year.Period.Key).AddDays(-1));
    }

    /// <summary>The files of a closed year.</summary>
    public async Task<IReadOnlyList<YearText>> OfAsync(Closing year)
    {
        var (from, to) = DaysOf(year);
        var kept = new List<IYearRecords>();
        foreach (var record in records)
        {
            if (await record.HasAsync(from, to))
            {
                kept.Add(record);
            }
        }

        return
        [
            new YearText("LISEZMOI.txt", _ => Lines(ArchiveNote.French(year, kept))),
            new YearText("README.txt", _ => Lines(ArchiveNote.English(year, kept))),
            .. Formats.Select(format => new YearText(format, _ => Lines(ReadFormat(format)))),
            .. kept.Select(record => new YearText(record.FileName, since => record.WriteAsync(from, to, since))),
        ];
    }

    internal static IAsyncEnumerable<string> Lines(string text) => text.TrimEnd('\n').Split('\n').ToAsyncEnumerable();

    internal static string ReadFormat(string name)
    {
        using var reader = new StreamReader(typeof(YearTexts).Assembly.GetManifestResourceStream("Market.Payments." + name)!);
        return reader.ReadToEnd();
    }
}

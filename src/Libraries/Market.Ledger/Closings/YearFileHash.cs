using System.Globalization;
using System.Text;
using Market.Ledger.Chain;

namespace Market.Ledger.Closings;

/// <summary>Chains the files that closed years keep. The canonical form is UTF-8 text, one <c>name=value</c> a line, described in <c>docs/ledger-format.md</c>.</summary>
public static class YearFileHash
{
    /// <summary>The name and version of the canonical form, its first line.</summary>
    public const string Format = "market-year-file/1";

    /// <summary>The hash this record must carry.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(YearFile file) => CanonicalText.Hash(Canonical(file));

    /// <summary>The text that is hashed: every field but <see cref="YearFile.Hash"/>, in one fixed order.</summary>
    public static string Canonical(YearFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new StringBuilder(Format).Append('\n')
            .Line("number", file.Number)
            .Line("name", file.Name)
            .Line("from", Day(file.From))
            .Line("to", Day(file.To))
            .Line("records", file.Records)
            .Line("content", file.Content)
            .Line("kept-at", file.KeptAt)
            .Line("previous", file.PreviousHash)
            .ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

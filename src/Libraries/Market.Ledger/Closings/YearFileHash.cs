using Market.Ledger.Chain;

namespace Market.Ledger.Closings;

/// <summary>Chains the files that closed years keep. The canonical form is UTF-8 text, one <c>name=value</c> a line, described in <c>docs/ledger-format.md</c>.</summary>
public static class YearFileHash
{
    /// <summary>The name and version of the canonical form, its first line.</summary>
    public const string Format = "market-year-file/1";

    /// <summary>The hash this record must carry.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(YearFile file) => Form(file).Hash();

    /// <summary>The text that is hashed: every field but <see cref="YearFile.Hash"/>, in one fixed order.</summary>
    public static string Canonical(YearFile file) => Form(file).Text();

    private static CanonicalForm Form(YearFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CanonicalForm.Begin(Format)
            .Line("number"u8, file.Number)
            .Line("name"u8, file.Name)
            .Line("from"u8, file.From)
            .Line("to"u8, file.To)
            .Line("records"u8, file.Records)
            .Line("content"u8, file.Content)
            .Line("kept-at"u8, file.KeptAt)
            .Line("previous"u8, file.PreviousHash);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Market.Ledger.Journals;

namespace Market.Ledger.Vat;

/// <summary>A VAT number of the European Union: the country's two letters, then digits and letters. A French one is a key of two and the SIREN.</summary>
public static partial class VatNumber
{
    /// <summary>The number as it is kept: capital letters, without spaces; none for a blank one.</summary>
    public static string? Trimmed(string? text)
    {
        var kept = new string([.. (text ?? string.Empty).Where(character => !char.IsWhiteSpace(character)).Select(char.ToUpperInvariant)]);
        return kept.Length == 0 ? null : kept;
    }

    /// <summary>Whether a trimmed text may be such a number.</summary>
    public static bool IsNumber(string? text) => text is not null && Form().IsMatch(text) && (!text.StartsWith("FR", StringComparison.Ordinal) || IsFrench(text[2..]));

    private static bool IsFrench(string text) =>
        text.Length == 11
        && Siren.TryParse(text[2..], out var siren)
        && (!int.TryParse(text[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var key) || key == (12 + (3 * (int.Parse(siren.Value, CultureInfo.InvariantCulture) % 97))) % 97);

    [GeneratedRegex(@"^[A-Z]{2}[0-9A-Z]{2,12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Market.Ledger.Vat;

/// <summary>A VAT rate as people type and read it, kept in hundredths of a percent.</summary>
public static partial class VatRate
{
    /// <summary>100 % in hundredths of a percent, the highest rate there is.</summary>
    public const int Whole = 10_000;

    /// <summary>Reads a rate from 0 to 100 % with at most two decimals, after a comma or a point.</summary>
    /// <returns>The rate in basis points, or null where it is none.</returns>
    public static int? Read(string? text)
    {
        var match = Typed().Match(text ?? string.Empty);
        if (!match.Success)
        {
            return null;
        }

        var digits = match.Groups["whole"].Value + match.Groups["decimals"].Value.PadRight(2, '0');
        var basisPoints = int.Parse(digits, CultureInfo.InvariantCulture);
        return basisPoints <= Whole ? basisPoints : null;
    }

    /// <summary>The rate as a number of percent, with the culture's comma or point: "5,5".</summary>
    public static string Text(int basisPoints, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var hundredths = (basisPoints % 100).ToString("00", CultureInfo.InvariantCulture).TrimEnd('0');
        var whole = (basisPoints / 100).ToString(CultureInfo.InvariantCulture);
        return hundredths.Length == 0 ? whole : whole + culture.NumberFormat.NumberDecimalSeparator + hundredths;
    }

    [GeneratedRegex(@"^\s*(?<whole>[0-9]{1,3})(?:[.,](?<decimals>[0-9]{1,2}))?\s*%?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}

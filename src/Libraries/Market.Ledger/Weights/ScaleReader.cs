using System.Globalization;
using System.Text.RegularExpressions;

namespace Market.Ledger.Weights;

/// <summary>
/// Reads what a scale showed as people type it: whole grams, or kilograms that say so, and sums of them where the goods were weighed in
/// parts: <c>192+167</c>, <c>1,25 kg</c>. A figure without a unit is in grams, whatever stands beside it.
/// </summary>
public static partial class ScaleReader
{
    /// <summary>The most that one figure may come to, in grams. A larger one is a slip of the finger.</summary>
    public const int MaxGrams = 999_999;

    private const int KilogramDecimals = 3;

    /// <summary>Reads a figure.</summary>
    /// <param name="text">What was typed.</param>
    public static ScaleReading Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return ScaleReading.Wrong(ScaleFault.Missing);
        }

        var sum = 0;
        foreach (var part in text.Split('+'))
        {
            var reading = ReadPart(part);
            if (reading.Grams is not { } grams)
            {
                return reading;
            }

            // Neither is above the ceiling, so the sum fits.
            sum += grams;
            if (sum > MaxGrams)
            {
                return ScaleReading.Wrong(ScaleFault.TooLarge);
            }
        }

        return ScaleReading.Of(sum);
    }

    private static ScaleReading ReadPart(string text)
    {
        var match = Typed().Match(text);
        if (!match.Success)
        {
            return ScaleReading.Wrong(ScaleFault.NotAWeight);
        }

        var isKilograms = match.Groups["unit"].Value is "kg" or "KG" or "Kg";
        var decimals = match.Groups["decimals"].Value;
        var fault = match.Groups["minus"].Success ? ScaleFault.Negative
            : decimals.Length > 0 && !isKilograms ? ScaleFault.UnitMissing
            : decimals.Length > KilogramDecimals ? ScaleFault.TooManyDecimals
            : (ScaleFault?)null;
        if (fault is { } wrong)
        {
            return ScaleReading.Wrong(wrong);
        }

        var digits = match.Groups["whole"].Value + (isKilograms ? decimals.PadRight(KilogramDecimals, '0') : string.Empty);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var grams) && grams <= MaxGrams
            ? ScaleReading.Of(grams)
            : ScaleReading.Wrong(ScaleFault.TooLarge);
    }

    [GeneratedRegex(@"^\s*(?<minus>[-\u2212])?\s*(?<whole>[0-9]+)(?:[.,](?<decimals>[0-9]+))?\s*(?<unit>[kK]?[gG])?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}

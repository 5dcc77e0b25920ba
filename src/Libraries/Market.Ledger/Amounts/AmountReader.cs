using System.Globalization;
using System.Text.RegularExpressions;

namespace Market.Ledger.Amounts;

/// <summary>
/// Reads an amount as people type it: a comma or a point before the decimals, spaces between thousands, the currency before or after.
/// Another currency's mark is no part of an amount: "$5" is not five euros.
/// A comma is never a thousands separator, so "12,345" is refused for its three decimals rather than read as twelve thousand.
/// </summary>
public static partial class AmountReader
{
    /// <summary>The most that one amount may be, in units of the currency. A larger one is a slip of the finger.</summary>
    public const long CeilingUnits = 1_000_000;

    /// <summary>Reads an amount above zero.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="currency">The currency it is an amount of.</param>
    public static AmountReading ReadPositive(string? text, Currency currency)
    {
        var reading = ReadSigned(text, currency);
        return reading.Amount is { IsNegative: true } ? AmountReading.Wrong(AmountFault.Negative) : reading;
    }

    /// <summary>Reads an amount above or below zero, for a correction.</summary>
    /// <inheritdoc cref="ReadPositive" path="/param"/>
    public static AmountReading ReadSigned(string? text, Currency currency)
    {
        var reading = Read(text, currency);
        return reading.Amount is { IsZero: true } ? AmountReading.Wrong(AmountFault.Zero) : reading;
    }

    /// <summary>Reads an amount of any sign, zero included: a price, or a floor.</summary>
    /// <inheritdoc cref="ReadPositive" path="/param"/>
    public static AmountReading Read(string? text, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (string.IsNullOrWhiteSpace(text))
        {
            return AmountReading.Wrong(AmountFault.Missing);
        }

        var match = Typed().Match(WithoutCurrency(text, currency));
        if (!match.Success)
        {
            return AmountReading.Wrong(AmountFault.NotAnAmount);
        }

        var decimals = match.Groups["decimals"].Value;
        if (decimals.Length > currency.Decimals)
        {
            return AmountReading.Wrong(AmountFault.TooManyDecimals);
        }

        var digits = Spaces().Replace(match.Groups["whole"].Value, string.Empty).TrimStart('0');
        if (digits.Length > 18 - currency.Decimals)
        {
            return AmountReading.Wrong(AmountFault.TooLarge);
        }

        var minorUnits = long.Parse("0" + digits + decimals.PadRight(currency.Decimals, '0'), CultureInfo.InvariantCulture);
        if (minorUnits > CeilingUnits * currency.MinorUnitsPerUnit)
        {
            return AmountReading.Wrong(AmountFault.TooLarge);
        }

        return AmountReading.Of(new Money(match.Groups["minus"].Success ? -minorUnits : minorUnits, currency));
    }

    private static string WithoutCurrency(string text, Currency currency)
    {
        var trimmed = text.Trim();
        foreach (var mark in MoneyText.Marks(currency))
        {
            if (trimmed.EndsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return trimmed[..^mark.Length].Trim();
            }

            if (trimmed.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return trimmed[mark.Length..].Trim();
            }
        }

        return trimmed;
    }

    // A sign, whole digits (spaces only between groups of three), then decimals after a comma or a point.
    [GeneratedRegex(@"^(?:\+|(?<minus>[-\u2212]))?\s?(?<whole>[0-9]{1,3}(?:[ \u00A0\u202F][0-9]{3})+|[0-9]+)(?:[.,](?<decimals>[0-9]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Typed();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}

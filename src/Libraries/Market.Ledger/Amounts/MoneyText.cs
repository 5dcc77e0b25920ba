using System.Globalization;

namespace Market.Ledger.Amounts;

internal static class MoneyText
{
    private const string Dollars = "AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD";

    public static string Invariant(Money amount)
    {
        var perUnit = (ulong)amount.Currency.MinorUnitsPerUnit;
        var magnitude = Magnitude(amount.MinorUnits);
        var sign = amount.IsNegative ? "-" : string.Empty;
        var whole = (magnitude / perUnit).ToString(CultureInfo.InvariantCulture);
        return amount.Currency.Decimals == 0
            ? sign + whole
            : $"{sign}{whole}.{Fraction(magnitude % perUnit, amount.Currency.Decimals)}";
    }

    public static Money? ReadInvariant(string? text, Currency currency)
    {
        // A decimal holds every amount that a long does; one that does not fit it is no amount.
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var units)
            || Math.Abs(units) > long.MaxValue / (decimal)currency.MinorUnitsPerUnit)
        {
            return null;
        }

        var minorUnits = units * currency.MinorUnitsPerUnit;
        return decimal.IsInteger(minorUnits) ? new Money((long)minorUnits, currency) : null;
    }

    public static string Format(Money amount, CultureInfo culture)
    {
        // A decimal holds every long exactly, so this is presentation and not arithmetic.
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencySymbol = Symbol(amount.Currency);
        format.CurrencyDecimalDigits = amount.Currency.Decimals;
        var value = amount.MinorUnits / (decimal)amount.Currency.MinorUnitsPerUnit;
        return value.ToString("C", format);
    }

    /// <summary>What people write beside an amount of this currency: its code, its symbol, the dollar sign for every dollar.</summary>
    public static IEnumerable<string> Marks(Currency currency)
    {
        yield return currency.Code;
        if (Symbol(currency) is var symbol && symbol != currency.Code)
        {
            yield return symbol;
        }
        else if (Dollars.Contains(currency.Code, StringComparison.Ordinal))
        {
            yield return "$";
        }
    }

    private static string Fraction(ulong rest, int decimals) =>
        rest.ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0');

    private static ulong Magnitude(long value) => value < 0 ? (ulong)(-(value + 1)) + 1 : (ulong)value;

    private static string Symbol(Currency currency) => currency.Code switch
    {
        "EUR" => "€",
        "GBP" => "£",
        "USD" => "$",
        "JPY" => "¥",
        _ => currency.Code,
    };
}

using System.Globalization;
using Market.Ledger.Amounts;

namespace Market.Samples;

/// <summary>Amounts for people, the same on every machine whatever its cultures.</summary>
internal static class Euros
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = "\u202f",
        NumberDecimalSeparator = ".",
        NegativeSign = "\u2212",
    };

    public static Money Of(long cents) => new(cents, Currency.Euro);

    public static string Text(Money amount) => (amount.MinorUnits / 100m).ToString("N2", Format) + "\u00a0€";

    /// <summary>A round amount, for a scale.</summary>
    public static string Round(decimal units) => units.ToString("N0", Format) + "\u00a0€";

    public static string Number(long number) => number.ToString("N0", Format);
}

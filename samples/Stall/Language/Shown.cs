using System.Globalization;
using Market.Ledger.Amounts;

namespace Market.Stall.Language;

/// <summary>Shows days and amounts to the person of the request.</summary>
internal static class Shown
{
    /// <summary>A day with its month in words.</summary>
    public static string InWords(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>With its currency, as the reader's language writes it.</summary>
    public static string ForPeople(this Money amount) => amount.ToString(CultureInfo.CurrentCulture);

    /// <summary>With its sign, also where it is a plus: what an operation did to the balance.</summary>
    public static string WithSign(this Money amount) => (amount.IsPositive ? "+" : string.Empty) + amount.ForPeople();

    /// <summary>As a person would type it into a field.</summary>
    public static string ForInput(this Money amount) =>
        amount.ToInvariantString().Replace(".", CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal);

    /// <summary>The state colour of a balance.</summary>
    public static string StateClass(this Money balance) => balance.IsNegative ? "owed" : balance.IsPositive ? "held" : "settled";
}

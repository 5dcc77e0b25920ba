using System.Globalization;
using Market.Ledger.Amounts;

namespace Market.Payments;

/// <summary>Shows amounts to the person of the request.</summary>
public static class MoneyDisplay
{
    /// <summary>With its currency, as the reader's language writes it.</summary>
    public static string ForPeople(this Money amount) => amount.ToString(CultureInfo.CurrentCulture);

    /// <summary>As a person would type it into a field: no currency, their own decimal separator.</summary>
    public static string ForInput(this Money amount) =>
        amount.ToInvariantString().Replace(".", CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal);

    /// <summary>With its sign, also where it is a plus: what an operation did to the balance.</summary>
    public static string WithSign(this Money amount) => (amount.IsPositive ? "+" : string.Empty) + amount.ForPeople();

    /// <summary>The state colour of a balance: owed, held or none.</summary>
    public static string StateClass(this Money balance) => balance.IsNegative ? "owed" : balance.IsPositive ? "held" : "settled";
}

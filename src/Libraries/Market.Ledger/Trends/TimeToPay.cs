using Market.Ledger.Amounts;

namespace Market.Ledger.Trends;

/// <summary>
/// How long the market waits for its money: what is owed at the end of a month, in days of what was charged during that month and the two
/// before it (the days of sales outstanding of accountants).
/// </summary>
public static class TimeToPay
{
    /// <summary>How many months of charges it is told from.</summary>
    public const int Months = 3;

    /// <summary>The days, to the nearest one.</summary>
    /// <param name="owed">What is owed at the end of the month. Not negative.</param>
    /// <param name="charged">What was charged during the months, less what was taken back.</param>
    /// <param name="last">The month.</param>
    /// <returns>None where nothing was charged: there is nothing to wait for.</returns>
    public static int? Days(Money owed, Money charged, Month last)
    {
        if (!charged.IsPositive)
        {
            return null;
        }

        var days = last.Plus(1 - Months).To(last).Sum(month => month.Days);
        var rounded = (((Int128)owed.MinorUnits * days * 2) + charged.MinorUnits) / ((Int128)charged.MinorUnits * 2);
        return (int)Int128.Min(rounded, int.MaxValue);
    }
}

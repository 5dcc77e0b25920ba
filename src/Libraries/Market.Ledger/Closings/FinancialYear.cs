namespace Market.Ledger.Closings;

/// <summary>A financial year of the market: twelve months, from the first day of the month it chose.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
public sealed record FinancialYear(DateOnly From, DateOnly To)
{
    /// <summary>The financial year that a day is in.</summary>
    /// <param name="firstMonth">The month it begins with, 1 to 12.</param>
    /// <param name="day">The day.</param>
    public static FinancialYear Of(int firstMonth, DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstMonth, 12);
        var from = new DateOnly(day.Month < firstMonth ? day.Year - 1 : day.Year, firstMonth, 1);
        return new FinancialYear(from, from.AddYears(1).AddDays(-1));
    }

    /// <summary>The year after it.</summary>
    public FinancialYear Next() => new(From.AddYears(1), From.AddYears(2).AddDays(-1));

    /// <summary>Whether a day is in it.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;
}

using System.Globalization;

namespace Market.Ledger.Trends;

/// <summary>A month of the calendar.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Number">1 for January to 12 for December.</param>
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    /// <summary>How many days it has.</summary>
    public int Days => DateTime.DaysInMonth(Year, Number);

    /// <summary>Its first day.</summary>
    public DateOnly FirstDay => new(Year, Number, 1);

    /// <summary>Its last day.</summary>
    public DateOnly LastDay => new(Year, Number, Days);

    /// <summary>The month of a day.</summary>
    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Reads a month as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Month Parse(string text) => Of(DateOnly.ParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The month so many months later; earlier where it is below zero.</summary>
    public Month Plus(int months) => Of(FirstDay.AddMonths(months));

    /// <summary>How many months another one is before this.</summary>
    public int Since(Month earlier) => ((Year - earlier.Year) * 12) + Number - earlier.Number;

    /// <summary>The months from this one to another, both included.</summary>
    public IEnumerable<Month> To(Month last)
    {
        for (var month = this; month <= last; month = month.Plus(1))
        {
            yield return month;
        }
    }

    /// <inheritdoc/>
    public int CompareTo(Month other) => FirstDay.CompareTo(other.FirstDay);

    /// <summary>Whether the left month is earlier.</summary>
    public static bool operator <(Month left, Month right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left month is later.</summary>
    public static bool operator >(Month left, Month right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left month is earlier or the same.</summary>
    public static bool operator <=(Month left, Month right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left month is later or the same.</summary>
    public static bool operator >=(Month left, Month right) => left.CompareTo(right) >= 0;

    /// <summary>As <c>2026-11</c>.</summary>
    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

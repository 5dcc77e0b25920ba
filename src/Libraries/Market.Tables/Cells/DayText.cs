using System.Globalization;
using System.Text.RegularExpressions;

namespace Market.Tables.Cells;

/// <summary>Reads days as people and banks write them: <c>15/11/2026</c>, <c>15.11.26</c>, <c>2026-11-15</c>, <c>20261115</c>; a time after it is left out.</summary>
public static partial class DayText
{
    private const int MaxLength = 40;

    private const int FirstYear = 1900;

    private const int LastYear = 2199;

    /// <summary>A day.</summary>
    /// <param name="text">What stands in the cell.</param>
    /// <param name="order">In which order day, month and year stand.</param>
    /// <returns>The day; none where the text is no day in that order. A year of two digits is one of this century.</returns>
    public static DateOnly? Read(string? text, DayOrder order)
    {
        if (text is null || text.Length > MaxLength || Parts(text.Trim(), order) is not { } parts)
        {
            return null;
        }

        var (year, month, day) = order switch
        {
            DayOrder.YearMonthDay => (parts[0], parts[1], parts[2]),
            DayOrder.MonthDayYear => (parts[2], parts[0], parts[1]),
            _ => (parts[2], parts[1], parts[0]),
        };
        return year.Length is not (2 or 4) || (year.Length == 2 && order is DayOrder.YearMonthDay) || month.Length > 2 || day.Length > 2 ? null
            : Day(Number(year) + (year.Length == 2 ? 2000 : 0), Number(month), Number(day));
    }

    /// <summary>In which orders every day of a column is one, the most usual first.</summary>
    /// <param name="texts">What stands in the column; what is empty does not count.</param>
    /// <returns>None where no order fits all of them; several where the column does not tell, as with <c>03/04/2026</c> alone.</returns>
    public static IReadOnlyList<DayOrder> OrdersOf(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var orders = Enum.GetValues<DayOrder>().ToList();
        var isAny = false;
        foreach (var text in texts.Where(text => !string.IsNullOrWhiteSpace(text)))
        {
            isAny = true;
            orders.RemoveAll(order => Read(text, order) is null);
        }

        return isAny ? orders : [];
    }

    private static string[]? Parts(string text, DayOrder order)
    {
        if (Compact().IsMatch(text))
        {
            return order is DayOrder.YearMonthDay ? [text[..4], text[4..6], text[6..]] : [text[..2], text[2..4], text[4..]];
        }

        var match = Apart().Match(text);
        return match.Success ? [match.Groups[1].Value, match.Groups[3].Value, match.Groups[4].Value] : null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^([0-9]{1,4})([-/. ])([0-9]{1,2})\2([0-9]{1,4})(?:[T\s,].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Apart();
}

/// <summary>In which order a day is written.</summary>
public enum DayOrder
{
    /// <summary>As in French: <c>15/11/2026</c>.</summary>
    DayMonthYear,

    /// <summary>As in ISO 8601: <c>2026-11-15</c>.</summary>
    YearMonthDay,

    /// <summary>As in the United States: <c>11/15/2026</c>.</summary>
    MonthDayYear,
}

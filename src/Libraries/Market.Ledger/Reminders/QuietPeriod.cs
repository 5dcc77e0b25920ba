using System.Globalization;

namespace Market.Ledger.Reminders;

/// <summary>A day, or days from one to another, of every year; it may lead over the new year.</summary>
public sealed record QuietPeriod
{
    // A leap year, so that 29/02 is a day.
    private const int AnyYear = 2024;

    private readonly (int Month, int Day) _from;
    private readonly (int Month, int Day) _to;

    private QuietPeriod((int Month, int Day) from, (int Month, int Day) to) => (_from, _to) = (from, to);

    /// <summary>Reads a period as people write it: <c>24/12</c> or <c>24/12-02/01</c>, the day first.</summary>
    /// <returns>The period; none where the text is not one.</returns>
    public static QuietPeriod? Read(string? text)
    {
        var ends = (text ?? string.Empty).Split('-', '–');
        return ends.Length <= 2 && ReadDay(ends[0]) is { } from && ReadDay(ends[^1]) is { } to ? new QuietPeriod(from, to) : null;
    }

    /// <summary>Whether a day of any year is in it; both ends are.</summary>
    public bool Contains(DateOnly day)
    {
        var place = (day.Month, day.Day);
        var (afterStart, beforeEnd) = (place.CompareTo(_from) >= 0, place.CompareTo(_to) <= 0);
        return _from.CompareTo(_to) <= 0 ? afterStart && beforeEnd : afterStart || beforeEnd;
    }

    /// <summary>As <see cref="Read"/> reads it.</summary>
    public override string ToString() => _from == _to ? Written(_from) : $"{Written(_from)}-{Written(_to)}";

    private static string Written((int Month, int Day) place) => string.Create(CultureInfo.InvariantCulture, $"{place.Day:00}/{place.Month:00}");

    private static (int Month, int Day)? ReadDay(string text) =>
        DateOnly.TryParseExact($"{text.Trim()}/{AnyYear}", "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day.Month, day.Day)
            : null;
}

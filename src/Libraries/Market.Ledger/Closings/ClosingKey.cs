using System.Globalization;

namespace Market.Ledger.Closings;

/// <summary>The names of periods. Those of one kind sort by time as they sort as text.</summary>
public static class ClosingKey
{
    /// <summary>The name of the period that a day is in.</summary>
    public static string Of(ClosingKind kind, DateOnly day) => day.ToString(Pattern(kind), CultureInfo.InvariantCulture);

    /// <summary>The first day of a period.</summary>
    /// <exception cref="FormatException">The kind has no period of this name.</exception>
    public static DateOnly FirstDay(ClosingKind kind, string key) => DateOnly.ParseExact(key, Pattern(kind), CultureInfo.InvariantCulture);

    /// <summary>The first day after a period.</summary>
    /// <exception cref="FormatException">The kind has no period of this name.</exception>
    public static DateOnly DayAfter(ClosingKind kind, string key)
    {
        var first = FirstDay(kind, key);
        return kind switch
        {
            ClosingKind.Daily => first.AddDays(1),
            ClosingKind.Monthly => first.AddMonths(1),
            _ => first.AddYears(1),
        };
    }

    /// <summary>The name of the period after this one.</summary>
    /// <exception cref="FormatException">The kind has no period of this name.</exception>
    public static string Next(ClosingKind kind, string key) => Of(kind, DayAfter(kind, key));

    /// <summary>Whether one name is that of the period right after another; it is not where the other is no name of a period.</summary>
    public static bool IsNext(ClosingKind kind, string key, string next) => TryNext(kind, key) == next;

    /// <summary>The first day after a closed year; none where none is closed.</summary>
    /// <param name="lastYear">The last year that is closed.</param>
    public static DateOnly? OpenFrom(string? lastYear) => lastYear is null ? null : DayAfter(ClosingKind.Yearly, lastYear);

    internal static string? TryNext(ClosingKind kind, string key) =>
        DateOnly.TryParseExact(key, Pattern(kind), CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year < DateOnly.MaxValue.Year
            ? Next(kind, key)
            : null;

    private static string Pattern(ClosingKind kind) => kind switch
    {
        ClosingKind.Daily => "yyyy-MM-dd",
        ClosingKind.Monthly => "yyyy-MM",
        _ => "yyyy",
    };
}

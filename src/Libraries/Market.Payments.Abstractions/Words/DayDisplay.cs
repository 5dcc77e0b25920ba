using System.Globalization;

namespace Market.Payments;

/// <summary>Shows days to the person of the request.</summary>
public static class DayDisplay
{
    /// <summary>A day with its month in words and without its weekday: <c>19 November 2026</c>.</summary>
    public static string InWords(this DateOnly day) => day.ToString(CultureInfo.CurrentCulture.DateTimeFormat.LongDatePattern
        .Replace("dddd", string.Empty, StringComparison.Ordinal).Trim(' ', ','), CultureInfo.CurrentCulture);
}

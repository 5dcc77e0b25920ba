using System.Globalization;

namespace MarketSite.TestHost;

/// <summary>The days at the market that the tests' sites are set up for: around midnight they are not those of UTC.</summary>
public static class MarketCalendar
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly Today => DayOf(DateTime.UtcNow);

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));

    /// <summary>The day so many days from today, as a form takes it.</summary>
    public static string In(int days) => Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The noon of the day so many days from today, as a form takes it: no clock is changed at noon.</summary>
    public static string Noon(int days) => In(days) + "T12:00";
}

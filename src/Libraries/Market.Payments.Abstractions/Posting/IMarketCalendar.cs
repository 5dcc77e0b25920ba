using Market.Ledger.Closings;

namespace Market.Payments;

/// <summary>The market's days and hours: those of its site's time zone, whoever asks and wherever they are.</summary>
public interface IMarketCalendar
{
    /// <summary>The day that it is now at the market.</summary>
    Task<DateOnly> TodayAsync();

    /// <summary>The market's time zone.</summary>
    Task<TimeZoneInfo> GetZoneAsync();

    /// <summary>What the market's clock shows at an instant.</summary>
    Task<DateTime> ToLocalAsync(DateTimeOffset instant);

    /// <summary>The instant, in UTC, at which the market's clock shows this. None where the clocks skip it or show it twice.</summary>
    Task<DateTimeOffset?> ToInstantAsync(DateTime local);

    /// <summary>The calendar by which the books are closed.</summary>
    Task<ClosingCalendar> GetAsync();
}

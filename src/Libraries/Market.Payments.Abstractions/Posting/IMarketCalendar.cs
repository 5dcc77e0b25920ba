using Market.Ledger.Closings;

namespace Market.Payments;

/// <summary>The market's days: those of its site's time zone, whoever asks.</summary>
public interface IMarketCalendar
{
    /// <summary>The day that it is now at the market.</summary>
    Task<DateOnly> TodayAsync();

    /// <summary>The market's time zone.</summary>
    Task<TimeZoneInfo> GetZoneAsync();

    /// <summary>The calendar by which the books are closed.</summary>
    Task<ClosingCalendar> GetAsync();
}

using Market.Payments.Services;
using OrchardCore.Modules;

namespace Market.Payments.Reminders.Services;

/// <summary>The market's day now, in the time zone of its site, whoever asks.</summary>
public sealed class MarketDay(MarketCalendar calendar, IClock clock)
{
    public async Task<DateOnly> TodayAsync() =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.UtcNow, await calendar.GetZoneAsync()));
}

using Market.Ledger.Closings;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace Market.Payments.Terms;

public sealed class MarketCalendar(ISiteService siteService, IClock clock) : IMarketCalendar
{
    public async Task<ClosingCalendar> GetAsync()
    {
        var zone = await GetZoneAsync();
        return new ClosingCalendar(day => StartOf(day, zone));
    }

    public async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.UtcNow, await GetZoneAsync()));

    public async Task<TimeZoneInfo> GetZoneAsync()
    {
        var site = await siteService.GetSiteSettingsAsync();
        return TimeZoneInfo.TryFindSystemTimeZoneById(site.TimeZoneId ?? string.Empty, out var zone) ? zone : TimeZoneInfo.Utc;
    }

    // Where the clocks skip midnight, the day begins when they go on.
    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}

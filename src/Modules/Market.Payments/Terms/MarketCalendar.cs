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

    public async Task<TimeZoneInfo> GetZoneAsync() => MarketZone.Of(await siteService.GetSiteSettingsAsync(), clock).Zone;

    public async Task<DateTime> ToLocalAsync(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, await GetZoneAsync()).DateTime;

    public async Task<DateTimeOffset?> ToInstantAsync(DateTime local)
    {
        var zone = await GetZoneAsync();
        var read = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return zone.IsInvalidTime(read) || zone.IsAmbiguousTime(read) ? null : new DateTimeOffset(read, zone.GetUtcOffset(read)).ToUniversalTime();
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

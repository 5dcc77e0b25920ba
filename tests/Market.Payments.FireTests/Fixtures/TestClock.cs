using MarketSite.TestHost;
using OrchardCore.Modules;

namespace Market.Payments.FireTests.Fixtures;

/// <summary>The site's clock: the real one, until a test sets it.</summary>
public sealed class TestClock : IClock
{
    private readonly Clock _real = new();

    /// <summary>The day at the market when it shows what it does.</summary>
    public DateOnly Today => MarketCalendar.DayOf(UtcNow);

    /// <summary>The time it shows, in UTC; the real time where it is null.</summary>
    public DateTime? Set { get; set; }

    public DateTime UtcNow => Set ?? _real.UtcNow;

    public ITimeZone[] GetTimeZones() => _real.GetTimeZones();

    public ITimeZone GetTimeZone(string timeZoneId) => _real.GetTimeZone(timeZoneId);

    public ITimeZone GetSystemTimeZone() => _real.GetSystemTimeZone();

    public DateTimeOffset ConvertToTimeZone(DateTimeOffset dateTimeOffset, ITimeZone timeZone) => _real.ConvertToTimeZone(dateTimeOffset, timeZone);
}

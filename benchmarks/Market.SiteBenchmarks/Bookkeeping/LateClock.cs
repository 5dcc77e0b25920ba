using OrchardCore.Modules;

namespace Market.SiteBenchmarks.Bookkeeping;

/// <summary>The real clock, put forward.</summary>
internal sealed class LateClock : IClock
{
    private readonly Clock _real = new();

    /// <summary>How far it is put forward.</summary>
    public TimeSpan Late { get; set; }

    public DateTime UtcNow => _real.UtcNow + Late;

    public ITimeZone[] GetTimeZones() => _real.GetTimeZones();

    public ITimeZone GetTimeZone(string timeZoneId) => _real.GetTimeZone(timeZoneId);

    public ITimeZone GetSystemTimeZone() => _real.GetSystemTimeZone();

    public DateTimeOffset ConvertToTimeZone(DateTimeOffset dateTimeOffset, ITimeZone timeZone) => _real.ConvertToTimeZone(dateTimeOffset, timeZone);
}

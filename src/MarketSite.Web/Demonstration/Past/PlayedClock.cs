using OrchardCore.Modules;

namespace MarketSite.Web.Demonstration.Past;

/// <summary>
/// The site's clock, which whoever plays the past sets: what they record has the day it is of, everywhere. For all others it goes on.
/// </summary>
public sealed class PlayedClock : IClock
{
    private readonly Clock _clock = new();

    private readonly AsyncLocal<Moment?> _moment = new();

    public DateTime UtcNow => _moment.Value?.Utc ?? _clock.UtcNow;

    /// <summary>Begins to play; it is over when what is answered is disposed.</summary>
    public Moment Play() => _moment.Value = new Moment();

    public ITimeZone[] GetTimeZones() => _clock.GetTimeZones();

    public ITimeZone GetTimeZone(string timeZoneId) => _clock.GetTimeZone(timeZoneId);

    public ITimeZone GetSystemTimeZone() => _clock.GetSystemTimeZone();

    public DateTimeOffset ConvertToTimeZone(DateTimeOffset dateTimeOffset, ITimeZone timeZone) => _clock.ConvertToTimeZone(dateTimeOffset, timeZone);

    /// <summary>The moment that is played; none once it is over, for what was begun meanwhile too.</summary>
    public sealed class Moment : IDisposable
    {
        internal DateTime? Utc { get; private set; }

        /// <summary>Goes to an hour of a day.</summary>
        public void GoTo(DateOnly day, int hour) => Utc = day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);

        public void Dispose() => Utc = null;
    }
}

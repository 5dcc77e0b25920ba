using OrchardCore.Modules;
using OrchardCore.Settings;

namespace Market.Payments.Terms;

/// <summary>
/// The site's time zone, found by the name in its settings as Orchard finds it, so that no page of the market is an hour apart from another
/// of the site.
/// </summary>
/// <param name="Name">The name in the settings; empty where there is none, and the server's own zone counts.</param>
/// <param name="Zone">The zone that counts.</param>
/// <param name="IsKnown">Whether it is the zone that somebody chose. Where the name is unknown, the server's own counts.</param>
public sealed record MarketZone(string Name, TimeZoneInfo Zone, bool IsKnown)
{
    public static MarketZone Of(ISite site, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(clock);
        var name = site.TimeZoneId ?? string.Empty;
        var found = clock.GetTimeZone(name).TimeZoneId;
        return TimeZoneInfo.TryFindSystemTimeZoneById(found, out var zone)
            ? new MarketZone(name, zone, name.Length == 0 || found == name)
            : new MarketZone(name, TimeZoneInfo.Utc, IsKnown: false);
    }
}

using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Drawers;

/// <summary>The drawers that are still open.</summary>
public sealed class DrawerYearMatters(IDrawers drawers, IMarketCalendar calendar, IStringLocalizer<DrawerYearMatters> S) : IYearMatters
{
    public async Task<IReadOnlyList<YearMatter>> FindAsync(DateOnly from, DateOnly until)
    {
        var zone = await calendar.GetZoneAsync();
        var open = (await drawers.OpenAsync()).Count(drawer => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(drawer.OpenedAt, zone).DateTime) <= until);
        return open == 0 ? [] : [new YearMatter(S.Plural(open, "One cash drawer is open.", "{0} cash drawers are open."), "Drawers")];
    }
}

using System.Globalization;
using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using YesSql;

namespace Market.Orders.Desk;

/// <summary>The way to the orders of the distribution that comes next.</summary>
public sealed class DistributionWays(ISession session, IMarketCalendar calendar, IStringLocalizer<DistributionWays> S) : IDeskWays
{
    public IReadOnlyList<string> Rights => [OrdersPermissions.ViewOrders.Name];

    public async Task<IReadOnlyList<DeskWay>> FindAsync()
    {
        var today = DistributionIndex.Day(await calendar.TodayAsync());
        var next = await session
            .Query<ContentItem, DistributionIndex>(index => index.Published)
            .Where(dialect => $"{dialect.QuoteForColumnName(nameof(DistributionIndex.Date))} >= @today")
            .WithParameter("today", today)
            .OrderBy(index => index.Date)
            .FirstOrDefaultAsync();
        if (next is null)
        {
            return [];
        }

        var distribution = Distribution.Of(next);
        return
        [
            new DeskWay(10, S["Next distribution"], DeskLink.Of("MarketOrders", "distributionId", distribution.Id))
            {
                Detail = $"{distribution.Date.ToString("dddd", CultureInfo.CurrentCulture)} {distribution.Date.InWords()} · {distribution.Place}",
            },
        ];
    }
}

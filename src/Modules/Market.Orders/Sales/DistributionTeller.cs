using System.Globalization;
using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Workflows.Events;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using OrchardCore.Settings;
using YesSql;

namespace Market.Orders.Sales;

/// <summary>Has workflows told that distributions open and close: each once, which is kept in the unit of work that raises it.</summary>
public sealed class DistributionTeller(ISession session, IMarketEvents events, ISiteService siteService, IClock clock)
{
    /// <summary>Raises what is due.</summary>
    public static Task RunAsync(IUnitOfWork work) => work.RunAsync(
        services => services.GetRequiredService<DistributionTeller>().RaiseDueAsync(),
        isNews => isNews);

    /// <summary>The workflow event of a moment.</summary>
    public static string NameFor(DistributionMoment moment) => moment switch
    {
        DistributionMoment.Opened => nameof(DistributionOpenedEvent),
        DistributionMoment.ClosingSoon => nameof(DistributionClosingSoonEvent),
        _ => nameof(DistributionClosedEvent),
    };

    // The first time, all that happened before is taken as told: nobody waits for it.
    private async Task<bool> RaiseDueAsync()
    {
        var now = clock.UtcNow;
        var watch = await session.Query<DistributionWatch>(OrdersConstants.Collection).FirstOrDefaultAsync();
        var since = watch?.UntilUtc ?? now;
        var isFirst = watch is null;
        var isNews = isFirst || now - since >= DistributionWatch.Step;
        if (isNews)
        {
            watch ??= new DistributionWatch();
            watch.UntilUtc = now;
            await session.SaveAsync(watch, checkConcurrency: true, collection: OrdersConstants.Collection);
        }

        var soon = TimeSpan.FromHours((await siteService.GetSettingsAsync<OrdersSettings>()).ClosingSoonHours);
        foreach (var item in await session.Query<ContentItem, DistributionIndex>(index => index.Published && index.OpensUtc <= now && index.ClosesUtc >= since).ListAsync())
        {
            var distribution = Distribution.Of(item);
            var notice = await session
                .Query<DistributionNotice, DistributionNoticeIndex>(index => index.DistributionId == distribution.Id, OrdersConstants.Collection)
                .FirstOrDefaultAsync() ?? new DistributionNotice { DistributionId = distribution.Id };
            if (notice.TakeDue(distribution, now, since, soon) is not { Count: > 0 } due)
            {
                continue;
            }

            isNews = true;
            await session.SaveAsync(notice, checkConcurrency: true, collection: OrdersConstants.Collection);
            foreach (var moment in isFirst ? [] : due)
            {
                await events.RaiseAsync(new MarketEvent(NameFor(moment), AccountId: null, Values(distribution)) { CorrelationId = distribution.Id });
            }
        }

        return isNews;
    }

    private static Dictionary<string, string> Values(Distribution distribution) => new()
    {
        ["DistributionId"] = distribution.Id,
        ["Place"] = distribution.Place,
        ["OccurredOn"] = DistributionIndex.Day(distribution.Date),
        ["OpensUtc"] = distribution.OpensUtc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["ClosesUtc"] = distribution.ClosesUtc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
    };
}

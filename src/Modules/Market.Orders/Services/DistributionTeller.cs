using System.Globalization;
using Market.Ledger;
using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Workflows.Activities;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using OrchardCore.Settings;
using YesSql;

namespace Market.Orders.Services;

/// <summary>Has workflows told that distributions open and close: each once, which is kept in the unit of work that raises it.</summary>
public sealed class DistributionTeller(ISession session, IMarketEvents events, ISiteService siteService, IClock clock)
{
    /// <summary>Raises what is due.</summary>
    public static Task RunAsync(IUnitOfWork work) => work.RunAsync(
        services => services.GetRequiredService<DistributionTeller>().RaiseDueAsync(),
        raised => raised > 0);

    /// <summary>The workflow event of a moment.</summary>
    public static string NameFor(DistributionMoment moment) => moment switch
    {
        DistributionMoment.Opened => nameof(DistributionOpenedEvent),
        DistributionMoment.ClosingSoon => nameof(DistributionClosingSoonEvent),
        _ => nameof(DistributionClosedEvent),
    };

    private async Task<int> RaiseDueAsync()
    {
        var now = clock.UtcNow;
        var since = now - DistributionNotice.LateAtMost;
        var soon = TimeSpan.FromHours((await siteService.GetSettingsAsync<OrdersSettings>()).ClosingSoonHours);
        var raised = 0;
        foreach (var item in await session.Query<ContentItem, DistributionIndex>(index => index.Published && index.OpensUtc <= now && index.ClosesUtc >= since).ListAsync())
        {
            var distribution = Distribution.Of(item);
            var notice = await session
                .Query<DistributionNotice, DistributionNoticeIndex>(index => index.DistributionId == distribution.Id, OrdersConstants.Collection)
                .FirstOrDefaultAsync() ?? new DistributionNotice { DistributionId = distribution.Id };
            if (notice.TakeDue(distribution, now, soon) is not { Count: > 0 } due)
            {
                continue;
            }

            await session.SaveAsync(notice, checkConcurrency: true, collection: OrdersConstants.Collection);
            foreach (var moment in due)
            {
                await events.RaiseAsync(new MarketEvent(NameFor(moment), AccountId: null, Values(distribution)) { CorrelationId = distribution.Id });
                raised++;
            }
        }

        return raised;
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

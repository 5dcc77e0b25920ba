using Market.Orders.Indexes;
using Market.Orders.Models;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;

namespace Market.Orders.Lists;

/// <summary>Finds the lists that a stop of the site left between being noted and being sent, and has them sent again.</summary>
public sealed class StoppedLists(ISession session, ProducerNotices notices, ProducerMail mail, IClock clock)
{
    // Whoever was not written to by then has been asked.
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(2);

    /// <summary>Sends them again.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendAsync()
    {
        var (now, since, sent) = (clock.UtcNow, clock.UtcNow - Horizon, 0);
        foreach (var item in await session.Query<ContentItem, DistributionIndex>(index => index.Published && index.ClosesUtc <= now && index.ClosesUtc >= since).ListAsync())
        {
            var left = (await notices.ListAsync(item.ContentItemId)).Values.Where(notice => notice.IsDueAgain(now)).Select(notice => notice.ProducerId).ToList();
            sent += left.Count == 0 ? 0 : (await mail.SendAgainAsync(Distribution.Of(item), left)).Sent;
        }

        return sent;
    }
}

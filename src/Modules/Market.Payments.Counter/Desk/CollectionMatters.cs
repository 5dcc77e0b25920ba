using Market.Payments.Counter.Closing;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Desk;

/// <summary>The orders of the last weeks' closed distributions that nobody came for.</summary>
public sealed class CollectionMatters(ClosingStore closings, IMarketCalendar calendar, IStringLocalizer<CollectionMatters> S) : IDeskMatters
{
    private const int Weeks = 4;

    private const int MostClosings = 40;

    public IReadOnlyList<string> Rights => [CounterRights.CloseDistributions, CounterRights.UseCounter];

    public async Task<IReadOnlyList<DeskMatter>> FindAsync()
    {
        var latest = await closings.ListSinceAsync((await calendar.TodayAsync()).AddDays(-7 * Weeks), MostClosings);
        var closed = latest
            .GroupBy(one => one.Closing.DistributionId, StringComparer.Ordinal)
            .Select(group => group.MaxBy(one => one.Closing.Number)!)
            .Where(one => one.ReopenedUtc is null)
            .Select(one => (one.Closing.DistributionId, Left: one.Closing.Orders.Count(order => !order.Collected)))
            .Where(one => one.Left > 0)
            .ToList();
        var left = closed.Sum(one => one.Left);
        return
        [
            new DeskMatter(70, S["Orders not collected"], left.ToString("N0"), left > 0, closed is [var only] ? DeskLink.Of("CounterClosing", "distribution", only.DistributionId) : new DeskLink("Counters"))
            {
                Detail = S["closed distributions of {0} weeks", Weeks],
            },
        ];
    }
}

using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Payments;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Modules;
using YesSql;

namespace Market.Orders.Sales;

/// <summary>Reads the market's distributions.</summary>
public sealed class Distributions(ISession session, IContentManager contentManager, OrderTables orders, IDistributionState state, IClock clock)
{
    /// <summary>The published distribution with this id; its draft where it is not published; where it was removed, what it was: its orders are of it.</summary>
    public async Task<Distribution?> FindAsync(string? id) =>
        await FindPublishedAsync(id) ?? await FindAsync(id, VersionOptions.Latest) ?? await FindRemovedAsync(id);

    /// <summary>The published distribution with this id, if there is one.</summary>
    public Task<Distribution?> FindPublishedAsync(string? id) => FindAsync(id, VersionOptions.Published);

    /// <summary>The distributions that members may order for now, the nearest first.</summary>
    public async Task<IReadOnlyList<Distribution>> ListOpenAsync()
    {
        var now = clock.UtcNow;
        var open = await ListAsync(session
            .Query<ContentItem, DistributionIndex>(index => index.Published && index.OpensUtc <= now && index.ClosesUtc > now)
            .OrderBy(index => index.Date));
        var closed = await state.FindManyAsync([.. open.Select(distribution => distribution.Id)]);
        return [.. open.Where(distribution => !closed.ContainsKey(distribution.Id))];
    }

    /// <summary>Whether members may order now: not for one that is closed, however long its order window would last.</summary>
    public async Task<OrderWindow> WindowAsync(Distribution distribution) =>
        await state.FindAsync(distribution.Id) is null ? distribution.WindowAt(clock.UtcNow) : OrderWindow.Closed;

    /// <summary>The distribution that opens next, if one will.</summary>
    public async Task<Distribution?> FindNextAsync()
    {
        var now = clock.UtcNow;
        var next = await session
            .Query<ContentItem, DistributionIndex>(index => index.Published && index.OpensUtc > now)
            .OrderBy(index => index.OpensUtc)
            .FirstOrDefaultAsync();
        return next is null ? null : Distribution.Of(next);
    }

    /// <summary>The nearest distribution that is open, or the one that opens next.</summary>
    public async Task<Distribution?> FindOpenOrNextAsync() =>
        await ListOpenAsync() is [var nearest, ..] ? nearest : await FindNextAsync();

    /// <summary>The latest distributions, the newest day first, with those that are not public any more and have orders.</summary>
    public async Task<IReadOnlyList<Distribution>> ListLatestAsync(int count)
    {
        var latest = await ListAsync(session
            .Query<ContentItem, DistributionIndex>(index => index.Published)
            .OrderByDescending(index => index.Date)
            .Take(count));
        return [.. latest.Concat(await ListWithdrawnAsync()).OrderByDescending(distribution => distribution.Date).Take(count)];
    }

    /// <summary>The latest distributions whose order window is over, the newest day first, with those that are not public any more and have orders.</summary>
    public async Task<IReadOnlyList<Distribution>> ListClosedAsync(int skip, int count)
    {
        var now = clock.UtcNow;
        var latest = await ListAsync(session
            .Query<ContentItem, DistributionIndex>(index => index.Published && index.ClosesUtc <= now)
            .OrderByDescending(index => index.Date)
            .ThenByDescending(index => index.ContentItemId)
            .Take(skip + count));
        return
        [
            .. latest.Concat(await ListWithdrawnAndClosedAsync())
                .OrderByDescending(distribution => distribution.Date)
                .ThenByDescending(distribution => distribution.Id, StringComparer.Ordinal)
                .Skip(skip)
                .Take(count),
        ];
    }

    /// <summary>How many of those there are.</summary>
    public async Task<int> CountClosedAsync()
    {
        var now = clock.UtcNow;
        return await session.QueryIndex<DistributionIndex>(index => index.Published && index.ClosesUtc <= now).CountAsync() + (await ListWithdrawnAndClosedAsync()).Count;
    }

    private async Task<IReadOnlyList<Distribution>> ListWithdrawnAndClosedAsync() =>
        [.. (await ListWithdrawnAsync()).Where(distribution => distribution.WindowAt(clock.UtcNow) is OrderWindow.Closed)];

    // Unpublished, or removed before that was refused: their orders, debits and shares are there all the same.
    private async Task<IReadOnlyList<Distribution>> ListWithdrawnAsync()
    {
        var found = new List<Distribution>();
        foreach (var id in await orders.ListUnpublishedAsync())
        {
            if (await FindAsync(id) is { } distribution)
            {
                found.Add(distribution);
            }
        }

        return found;
    }

    private async Task<Distribution?> FindRemovedAsync(string? id) => string.IsNullOrEmpty(id) ? null : (await ListAsync(session
        .Query<ContentItem, ContentItemIndex>(index => index.ContentItemId == id && index.ContentType == OrdersConstants.Distribution)
        .OrderByDescending(index => index.ModifiedUtc)
        .Take(1))).SingleOrDefault();

    private async Task<Distribution?> FindAsync(string? id, VersionOptions version) =>
        !string.IsNullOrEmpty(id)
        && await contentManager.GetAsync(id, version) is { ContentType: OrdersConstants.Distribution } item
            ? Distribution.Of(item)
            : null;

    private static async Task<IReadOnlyList<Distribution>> ListAsync(IQuery<ContentItem> query) =>
        [.. (await query.ListAsync()).Select(Distribution.Of)];
}

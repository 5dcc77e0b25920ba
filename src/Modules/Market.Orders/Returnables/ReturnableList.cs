using Market.Orders.Models;
using Market.Payments;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using YesSql;

namespace Market.Orders.Returnables;

/// <summary>Reads the market's packaging on deposit.</summary>
public sealed class ReturnableList(ISession session, IContentManager contentManager)
{
    /// <summary>What is given out, by name.</summary>
    public async Task<IReadOnlyList<Returnable>> ListAsync() => ByName(await session
        .Query<ContentItem, ContentItemIndex>(index => index.Published && index.ContentType == OrdersConstants.Returnable)
        .ListAsync());

    /// <summary>What is given out and what is retired, by name.</summary>
    public async Task<IReadOnlyList<Returnable>> ListAllAsync() => ByName((await session
        .Query<ContentItem, ContentItemIndex>(index => (index.Published || index.Latest) && index.ContentType == OrdersConstants.Returnable)
        .ListAsync())
        .GroupBy(item => item.ContentItemId, StringComparer.Ordinal)
        .Select(versions => versions.OrderByDescending(item => item.Published).First()));

    /// <summary>The packaging with this id, also where it is retired.</summary>
    public async Task<Returnable?> FindAsync(string? id) =>
        !string.IsNullOrEmpty(id)
        && (await contentManager.GetAsync(id, VersionOptions.Published) ?? await contentManager.GetAsync(id, VersionOptions.Latest)) is { ContentType: OrdersConstants.Returnable } item
            ? Returnable.Of(item)
            : null;

    private static IReadOnlyList<Returnable> ByName(IEnumerable<ContentItem> items) =>
        [.. items.Select(Returnable.Of).OrderByName(returnable => returnable.Name)];
}

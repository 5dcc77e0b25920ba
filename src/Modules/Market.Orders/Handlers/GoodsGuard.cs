using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.DisplayManagement.Notify;
using YesSql;

namespace Market.Orders.Handlers;

/// <summary>
/// Keeps distributions, products, producers and packaging that money refers to from being removed, by whatever door, and says what does. To take one
/// off the pages it is unpublished: what was ordered of it stays.
/// </summary>
public sealed class GoodsGuard(ISession session, OrderTables orders, IReturnableCounts returnables, IEnumerable<ISellerMatters> matters, INotifier notifier, IHtmlLocalizer<GoodsGuard> H) : ContentHandlerBase
{
    // An import takes the versions that are there off before it writes its own: that removes nothing.
    private readonly HashSet<string> _importing = new(StringComparer.Ordinal);

    public override Task ImportingAsync(ImportContentContext context)
    {
        _importing.Add(context.ContentItem.ContentItemId ?? string.Empty);
        return Task.CompletedTask;
    }

    public override async Task RemovingAsync(RemoveContentContext context)
    {
        var item = context.ContentItem;
        if (!context.NoActiveVersionLeft || _importing.Contains(item.ContentItemId) || item.ContentType is not (OrdersConstants.Distribution or OrdersConstants.Product or OrdersConstants.Producer or OrdersConstants.Returnable))
        {
            return;
        }

        // Cancelled unless it is sure: an exception in a handler is logged and swallowed.
        context.Cancel = true;
        var reasons = await WhyNotAsync(item);
        if (reasons.Count == 0)
        {
            context.Cancel = false;
            return;
        }

        foreach (var reason in reasons)
        {
            await notifier.ErrorAsync(reason);
        }

        // Not every door asks whether it was cancelled; from a cancelled session none keeps anything.
        await session.CancelAsync();
    }

    private async Task<IReadOnlyList<LocalizedHtmlString>> WhyNotAsync(ContentItem item)
    {
        var id = item.ContentItemId;
        if (item.ContentType == OrdersConstants.Distribution)
        {
            return await session.QueryIndex<OrderIndex>(index => index.DistributionId == id, OrdersConstants.Collection).CountAsync() is > 0 and var ordered
                ? [H.Plural(ordered, "This distribution is not deleted: it has one order. Unpublish it to take it off the pages.", "This distribution is not deleted: it has {0} orders. Unpublish it to take it off the pages.")]
                : [];
        }

        if (item.ContentType == OrdersConstants.Returnable)
        {
            return await returnables.CountOperationsAsync(id) is > 0 and var moved
                ? [H.Plural(moved, "This packaging is not deleted: it moved once on an account. Unpublish it to give it out no more.", "This packaging is not deleted: it moved {0} times on accounts. Unpublish it to give it out no more.")]
                : [];
        }

        var reasons = new List<LocalizedHtmlString>();
        if (await orders.CountNamingAsync(id) is > 0 and var naming)
        {
            reasons.Add(item.ContentType == OrdersConstants.Product
                ? H.Plural(naming, "This product is not deleted: it is in one order. Unpublish it to take it off sale.", "This product is not deleted: it is in {0} orders. Unpublish it to take it off sale.")
                : H.Plural(naming, "This producer is not deleted: one order holds what they make. Unpublish them to take it off sale.", "This producer is not deleted: {0} orders hold what they make. Unpublish them to take it off sale."));
        }

        if (item.ContentType == OrdersConstants.Producer)
        {
            var products = (await session.QueryIndex<ProductIndex>(index => index.ProducerId == id).ListAsync()).Select(product => product.ContentItemId).Distinct().Count();
            if (products > 0)
            {
                reasons.Add(H.Plural(products, "This producer is not deleted: one product is theirs. Delete it or give it to another producer first.", "This producer is not deleted: {0} products are theirs. Delete them or give them to another producer first."));
            }

            foreach (var matter in matters)
            {
                reasons.AddRange((await matter.FindAsync(id)).Select(sentence => H["{0}", sentence]));
            }
        }

        return reasons;
    }
}

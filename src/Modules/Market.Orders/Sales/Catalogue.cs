using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Payments;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using YesSql;

namespace Market.Orders.Sales;

/// <summary>Reads what the market sells, and who makes it.</summary>
public sealed class Catalogue(ISession session, OrderTables orders)
{
    /// <summary>The published producers, by name.</summary>
    public async Task<IReadOnlyList<Producer>> ListProducersAsync()
    {
        var items = await session
            .Query<ContentItem, ContentItemIndex>(index => index.Published && index.ContentType == OrdersConstants.Producer)
            .ListAsync();
        return [.. items.Select(Producer.Of).OrderByName(producer => producer.Name)];
    }

    /// <summary>
    /// Who sells or has sold, by name: the published producers, and those who are not public any more and whose products were ordered.
    /// </summary>
    public async Task<IReadOnlyList<Producer>> ListSellersAsync()
    {
        var sellers = new List<ContentItem>();
        var versions = await session.Query<ContentItem, ContentItemIndex>(index => index.ContentType == OrdersConstants.Producer).ListAsync();
        foreach (var producer in versions.GroupBy(item => item.ContentItemId, StringComparer.Ordinal))
        {
            if (producer.FirstOrDefault(item => item.Published) is { } published)
            {
                sellers.Add(published);
            }
            else if (await orders.CountNamingAsync(producer.Key) > 0)
            {
                sellers.Add(producer.OrderByDescending(item => item.Latest).ThenByDescending(item => item.ModifiedUtc).First());
            }
        }

        return [.. sellers.Select(Producer.Of).OrderByName(producer => producer.Name)];
    }

    /// <summary>The published products of published producers, by producer and name: unpublishing a producer takes their products off sale.</summary>
    public async Task<IReadOnlyList<Product>> ListProductsAsync()
    {
        var producers = (await ListProducersAsync()).Select((producer, rank) => (producer.Id, rank)).ToDictionary(StringComparer.Ordinal);
        var items = await session.Query<ContentItem, ProductIndex>(index => index.Published).ListAsync();
        return
        [
            .. items.Select(Product.Of)
                .Where(product => producers.ContainsKey(product.ProducerId))
                .OrderBy(product => producers[product.ProducerId])
                .ThenByName(product => product.Name),
        ];
    }
}

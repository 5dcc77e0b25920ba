using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;

namespace Market.Orders.OnSale;

/// <summary>What a distribution offers: what its list says; all published products, without limits, where it has none.</summary>
public sealed class Assortment(Catalogue catalogue, SaleTable table)
{
    /// <summary>What an order of a distribution may hold.</summary>
    /// <param name="distributionId">The distribution.</param>
    /// <param name="order">The order that is changed, if one is.</param>
    public async Task<IReadOnlyList<Offer>> ListAsync(string distributionId, Order? order) =>
        Offer.For(await catalogue.ListProductsAsync(), await table.ListAsync(distributionId), order);
}

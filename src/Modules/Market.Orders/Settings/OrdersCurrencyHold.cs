using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using YesSql;

namespace Market.Orders.Settings;

/// <summary>Prices and orders are in the market's currency.</summary>
public sealed class OrdersCurrencyHold(ISession session, SaleTable sales, IStringLocalizer<OrdersCurrencyHold> S) : ICurrencyHold
{
    public async Task<IReadOnlyList<string>> FindAsync()
    {
        var found = new List<string>();
        var products = await session.Query<ContentItem, ProductIndex>().ListAsync();
        if (products.Any(item => item.TryGet<ProductPart>(out var product) && product.PriceMinorUnits != 0) || await sales.HasPricesAsync())
        {
            found.Add(S["priced products"]);
        }

        if (await session.QueryIndex<OrderIndex>(OrdersConstants.Collection).CountAsync() > 0)
        {
            found.Add(S["orders"]);
        }

        return found;
    }
}

using Market.Ledger.Postings;
using OrchardCore.ContentManagement;

namespace Market.Orders.Models;

/// <summary>A product at today's price.</summary>
public sealed record Product(string Id, string Name, string Unit, string ProducerId, long PriceMinorUnits, int VatBasisPoints)
{
    /// <summary>Reads a product's content item.</summary>
    public static Product Of(ContentItem item)
    {
        var part = item.GetOrCreate<ProductPart>();
        return new Product(
            item.ContentItemId,
            OneLine.Of(item.DisplayText ?? string.Empty),
            part.Unit ?? string.Empty,
            part.ProducerId ?? string.Empty,
            part.PriceMinorUnits,
            part.VatBasisPoints);
    }
}

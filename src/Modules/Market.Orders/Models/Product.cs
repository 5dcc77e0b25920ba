using Market.Ledger.Postings;
using Market.Orders.Shop;
using OrchardCore.ContentManagement;

namespace Market.Orders.Models;

/// <summary>A product at today's price.</summary>
public sealed record Product(string Id, string Name, string Unit, string ProducerId, long PriceMinorUnits, int VatBasisPoints)
{
    /// <inheritdoc cref="ProductPart.SoldBy"/>
    public SoldBy SoldBy { get; init; }

    /// <inheritdoc cref="ProductPart.PieceGrams"/>
    public int PieceGrams { get; init; }

    /// <inheritdoc cref="ProductPart.StepGrams"/>
    public int StepGrams { get; init; }

    /// <summary>What is said of it beside its name and price.</summary>
    public ProductFacts Facts { get; init; } = ProductFacts.None;

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
            part.VatBasisPoints)
        {
            SoldBy = part.SoldBy,
            PieceGrams = part.PieceGrams,
            StepGrams = part.StepGrams,
            Facts = ProductFacts.Of(part),
        };
    }
}

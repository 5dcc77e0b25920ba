using Market.Ledger.Weights;
using Market.Orders.Models;

namespace Market.Orders.Shop;

/// <summary>What a shop says of a product beside its name and price.</summary>
/// <param name="Category">What kind of thing it is; empty where nothing is said.</param>
/// <param name="Labels">What is said of it in a word or two each.</param>
/// <param name="Season">When there is some; none where nothing is said.</param>
/// <param name="Note">A few words about it; empty where there are none.</param>
/// <param name="Picture">Its picture; none where it has none.</param>
/// <param name="UnitGrams">How many grams one unit is; 0 where nothing is said.</param>
/// <param name="ReturnableId">The packaging on deposit that comes with it, if one does.</param>
public sealed record ProductFacts(
    string Category,
    IReadOnlyList<string> Labels,
    Season? Season,
    string Note,
    Picture? Picture,
    int UnitGrams,
    string? ReturnableId)
{
    /// <summary>Nothing but name and price.</summary>
    public static ProductFacts None { get; } = Of(new ProductPart());

    /// <summary>What a content item says.</summary>
    public static ProductFacts Of(ProductPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new ProductFacts(
            part.Category ?? string.Empty,
            LabelList.Read(part.Labels),
            Season.Of(part.SeasonFrom, part.SeasonTo),
            part.Note ?? string.Empty,
            Shop.Picture.Of(part, part.Picture),
            Math.Max(0, part.UnitGrams),
            string.IsNullOrEmpty(part.ReturnableId) ? null : part.ReturnableId);
    }

    /// <summary>What a kilogram costs, in minor units, where the price is of a unit whose weight is known, and is not that of a kilogram itself.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public long? PerKilogram(SoldBy soldBy, long price) =>
        soldBy is SoldBy.Unit && UnitGrams > 0 && UnitGrams != WeightPrice.GramsPerKilogram && price >= 0 ? WeightPrice.PerKilogram(price, UnitGrams) : null;
}

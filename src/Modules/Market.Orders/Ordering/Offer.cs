using Market.Orders.Models;
using Market.Orders.Shop;

namespace Market.Orders.Ordering;

/// <summary>A product that an order may hold, at the price it has for that order.</summary>
/// <param name="Line">The product's name, price and VAT, with the quantity ordered so far.</param>
/// <param name="Withdrawn">Whether it is no longer sold: what was ordered of it stands, but more of it may not be ordered.</param>
public sealed record Offer(OrderLine Line, bool Withdrawn)
{
    /// <summary>What is said of the product beside its name and price.</summary>
    public ProductFacts Facts { get; init; } = ProductFacts.None;

    /// <summary>How many are left beside what the order holds, in grams where it is ordered by weight; none where that is not limited.</summary>
    public int? Left { get; init; }

    /// <summary>How many one account may have; none where that is not limited.</summary>
    public int? PerAccount { get; init; }

    /// <summary>The most of it that a member's order may hold. What it holds already it may keep.</summary>
    public int Most => Withdrawn ? Line.Quantity : Math.Max(Line.Quantity, (int)Math.Min(
        Math.Min(Basket.MostOf(Line.SoldBy), PerAccount ?? int.MaxValue),
        Left is { } left ? (long)left + Line.Quantity : int.MaxValue));

    /// <summary>What there is too little of where so many are wanted; none where there are enough.</summary>
    public Shortage? ShortOf(int quantity) => quantity <= Most ? null
        : new Shortage(Line.ProductId, Line.Name, Line.SoldBy, Line.Quantity, Most, PerAccount is { } limit && (Left is not { } left || limit <= (long)left + Line.Quantity));

    /// <summary>
    /// What an order may hold: the products on sale, and what it holds already. A line that was ordered keeps the price
    /// that was agreed; only what is new to the order has today's.
    /// </summary>
    /// <param name="products">The products that are published.</param>
    /// <param name="list">What the distribution has on sale of them; empty where it has no list, and sells them all.</param>
    /// <param name="order">The order that is changed, if one is.</param>
    public static IReadOnlyList<Offer> For(IReadOnlyCollection<Product> products, IReadOnlyCollection<SaleItem> list, Order? order)
    {
        var ordered = (order?.Lines ?? []).ToDictionary(line => line.ProductId, StringComparer.Ordinal);
        var listed = list.ToDictionary(item => item.ProductId, StringComparer.Ordinal);
        var onSale = products
            .Where(product => listed.Count == 0 || listed.ContainsKey(product.Id))
            .Select(product =>
            {
                var item = listed.GetValueOrDefault(product.Id);
                return new Offer(ordered.GetValueOrDefault(product.Id) ?? New(product, item), Withdrawn: false) { Left = item?.Left, PerAccount = item?.PerAccount, Facts = product.Facts };
            })
            .ToList();
        var sold = onSale.Select(offer => offer.Line.ProductId).ToHashSet(StringComparer.Ordinal);
        return [.. onSale, .. ordered.Values.Where(line => !sold.Contains(line.ProductId)).Select(line => new Offer(line, Withdrawn: true))];
    }

    private static OrderLine New(Product product, SaleItem? item) =>
        new(product.Id, product.ProducerId, product.Name, product.Unit, item?.PriceMinorUnits ?? product.PriceMinorUnits, product.VatBasisPoints, Quantity: 0)
        {
            SoldBy = product.SoldBy,
            PieceGrams = product.PieceGrams,
            StepGrams = product.StepGrams,
        };
}

using Market.Orders.Models;

namespace Market.Orders.Ordering;

/// <summary>A product that an order may hold, at the price it has for that order.</summary>
/// <param name="Line">The product's name, price and VAT, with the quantity ordered so far.</param>
/// <param name="Withdrawn">Whether it is no longer sold: what was ordered of it stands, but more of it may not be ordered.</param>
public sealed record Offer(OrderLine Line, bool Withdrawn)
{
    /// <summary>
    /// What an order may hold: the products on sale, and what it holds already. A line that was ordered keeps the price
    /// that was agreed; only what is new to the order has today's.
    /// </summary>
    public static IReadOnlyList<Offer> For(IReadOnlyCollection<Product> products, Order? order)
    {
        var ordered = (order?.Lines ?? []).ToDictionary(line => line.ProductId, StringComparer.Ordinal);
        var onSale = products.Select(product => new Offer(ordered.GetValueOrDefault(product.Id) ?? New(product), Withdrawn: false)).ToList();
        var sold = products.Select(product => product.Id).ToHashSet(StringComparer.Ordinal);
        return [.. onSale, .. ordered.Values.Where(line => !sold.Contains(line.ProductId)).Select(line => new Offer(line, Withdrawn: true))];
    }

    private static OrderLine New(Product product) =>
        new(product.Id, product.ProducerId, product.Name, product.Unit, product.PriceMinorUnits, product.VatBasisPoints, Quantity: 0)
        {
            SoldBy = product.SoldBy,
            PieceGrams = product.PieceGrams,
            StepGrams = product.StepGrams,
        };
}

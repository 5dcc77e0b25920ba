using System.Globalization;
using Market.Orders.Models;
using Market.Orders.Ordering;

namespace Market.Orders.Lists;

/// <summary>All that orders hold of a product, as it was ordered. What was ordered by another unit before is another.</summary>
/// <param name="Lines">Its lines, of which there is one at least.</param>
public sealed record ListedProduct(IReadOnlyList<ListedLine> Lines)
{
    private OrderLine First => Lines[0].Line;

    /// <summary>What it is called.</summary>
    public string Name => First.Name;

    /// <summary>What one of it is; empty where it is ordered by weight.</summary>
    public string Unit => First.SoldBy is SoldBy.Weight ? string.Empty : First.Unit;

    /// <summary>How many are ordered; none where it is ordered by weight.</summary>
    public long? Count => First.SoldBy is SoldBy.Weight ? null : Lines.Sum(line => (long)line.Line.Quantity);

    /// <summary>How many grams are ordered, or are thought to be; none where it is not sold by weight.</summary>
    public long? Grams => First.SoldBy switch
    {
        SoldBy.Weight => Lines.Sum(line => (long)line.Line.Quantity),
        SoldBy.WeighedPiece => Lines.Sum(line => (long)line.Line.Quantity * line.Line.PieceGrams),
        _ => null,
    };

    /// <summary>What it costs as it was ordered, in minor units.</summary>
    public long Cost => Lines.Sum(line => line.Line.Agreed());

    /// <summary>How much is ordered, in words: "12 × bunch", "3.2 kg", "4 × chicken (≈ 7.2 kg)".</summary>
    public string Ordered
    {
        get
        {
            var weight = Grams is { } grams ? LineWords.Weight((int)Math.Min(grams, int.MaxValue)) : string.Empty;
            var count = Count is { } pieces ? string.Create(CultureInfo.CurrentCulture, $"{pieces} × {Unit}") : string.Empty;
            return count.Length == 0 ? weight : weight.Length == 0 ? count : $"{count} (≈\u00a0{weight})";
        }
    }

    /// <summary>The products that lines are of, in the lines' order.</summary>
    public static IReadOnlyList<ListedProduct> Of(IEnumerable<ListedLine> lines) =>
    [
        .. lines.GroupBy(line => (line.Line.ProductId, line.Line.Name, line.Line.Unit, line.Line.SoldBy)).Select(product => new ListedProduct([.. product])),
    ];
}

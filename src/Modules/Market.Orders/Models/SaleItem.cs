namespace Market.Orders.Models;

/// <summary>A product that a distribution has on sale, and how much of it. A row, not a document: see <see cref="Indexes.SaleTable"/>.</summary>
public sealed class SaleItem
{
    /// <summary>The product.</summary>
    public string ProductId { get; set; } = string.Empty;

    /// <summary>What one of it, or a kilogram, costs at this distribution, VAT included, in minor units; none where it has the product's own price.</summary>
    public long? PriceMinorUnits { get; set; }

    /// <summary>How many there are, or how many grams where it is ordered by weight; none where that is not limited.</summary>
    public int? Stock { get; set; }

    /// <summary>How many of them one account may have; none where that is not limited.</summary>
    public int? PerAccount { get; set; }

    /// <summary>How many the orders that hold have taken. Kept where the stock is limited, and counted anew whenever the list is saved.</summary>
    public long Taken { get; set; }

    /// <summary>How many are left; none where that is not limited.</summary>
    public int? Left => Stock is { } stock ? (int)Math.Clamp(stock - Taken, 0, int.MaxValue) : null;
}

using Market.Ledger.Amounts;
using Market.Orders.Corrections;
using Market.Orders.Models;

namespace Market.Orders.Deliveries;

/// <summary>What is otherwise with all that a distribution's orders hold of a product or of a producer.</summary>
/// <param name="ProductId">The product; none where it is all of a producer.</param>
/// <param name="ProducerId">The producer; none where it is one product.</param>
/// <param name="News">What is otherwise.</param>
public sealed record DeliveryChange(string? ProductId, string? ProducerId, DeliveryNews News)
{
    /// <summary>How many, or how many grams where it is ordered by weight, each order has at most, for <see cref="DeliveryNews.AtMost"/>.</summary>
    public int Most { get; init; }

    /// <summary>What one of it, or a kilogram, costs, for <see cref="DeliveryNews.Price"/>.</summary>
    public Money? Price { get; init; }

    /// <summary>
    /// What is corrected of a line; null where it is not concerned. What somebody set for this order alone, by its weight or its cost, is known
    /// better than what holds for all, unless nothing came.
    /// </summary>
    public LineCorrection? For(OrderLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.ProductId != ProductId && line.ProducerId != ProducerId)
        {
            return null;
        }

        var correction = News switch
        {
            DeliveryNews.Missing => line.SoldBy is SoldBy.Weight ? new LineCorrection { Grams = 0 } : new LineCorrection { Came = 0 },
            _ when line.CorrectedMinorUnits is not null => null,
            DeliveryNews.Price => new LineCorrection { Price = Price },
            _ when line.WeightGrams is not null || (line.Came ?? line.Quantity) <= Most => null,
            _ => line.SoldBy is SoldBy.Weight ? new LineCorrection { Grams = Most } : new LineCorrection { Came = Most },
        };
        return correction is null || line.With(correction) == line ? null : correction;
    }
}

using Market.Orders.Models;
using Market.Orders.Ordering;

namespace Market.Orders.Shop;

/// <summary>A basket with what an order held.</summary>
/// <param name="Basket">The basket: as much of each as there is.</param>
/// <param name="Gone">The names of what is not sold now.</param>
/// <param name="Less">The names of what there is less of, or is ordered in other steps.</param>
public sealed record SameAgain(KeptBasket Basket, IReadOnlyList<string> Gone, IReadOnlyList<string> Less)
{
    /// <summary>The same as an order, from what is offered.</summary>
    /// <param name="order">The order.</param>
    /// <param name="offers">What the order to come may hold: with what an order that is there holds already.</param>
    /// <param name="userId">Who orders.</param>
    public static SameAgain Of(Order order, IEnumerable<Offer> offers, string userId)
    {
        ArgumentNullException.ThrowIfNull(order);
        var offered = offers.Where(offer => !offer.Withdrawn).ToDictionary(offer => offer.Line.ProductId, StringComparer.Ordinal);
        var (quantities, gone, less) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<string>(), new List<string>());
        foreach (var line in order.Lines)
        {
            if (!offered.TryGetValue(line.ProductId, out var offer) || offer.Line.SoldBy != line.SoldBy || offer.Most - offer.Line.Quantity <= 0)
            {
                gone.Add(line.Name);
                continue;
            }

            var possible = Math.Min(line.Quantity, offer.Most - offer.Line.Quantity);
            possible -= possible % OrderStep(offer);
            quantities[line.ProductId] = possible;
            if (possible < line.Quantity)
            {
                less.Add(line.Name);
            }
        }

        return new SameAgain(KeptBasket.Of(userId, orderId: null, revision: 0, quantities), gone, less);
    }

    private static int OrderStep(Offer offer) => Ordering.Basket.StepOf(offer.Line);
}

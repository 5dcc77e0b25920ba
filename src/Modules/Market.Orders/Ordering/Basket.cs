using Market.Ledger.Amounts;
using Market.Ledger.Weights;
using Market.Orders.Models;

namespace Market.Orders.Ordering;

/// <summary>What somebody wants to order, as lines with the market's own prices, or the one thing wrong with it.</summary>
/// <param name="Lines">The lines to order; empty where something is wrong.</param>
/// <param name="Fault">What is wrong, if anything.</param>
/// <param name="ProductName">The product it is about, where it is about one.</param>
public sealed record Basket(IReadOnlyList<OrderLine> Lines, BasketFault? Fault = null, string ProductName = "")
{
    /// <summary>The steps in grams that the product is ordered in, where one is ordered in others.</summary>
    public int StepGrams { get; init; }

    /// <summary>Of what more is wanted than there is, or than one account may have. A coordinator's order passes it.</summary>
    public IReadOnlyList<Shortage> Shortages { get; init; } = [];

    /// <summary>The most of one product that one order may hold.</summary>
    public const int MaxQuantity = 999;

    /// <summary>Fills a basket. Products that are not named are not ordered.</summary>
    /// <param name="offers">What may be ordered, in the order that pages show it.</param>
    /// <param name="quantities">How many of each, or how many grams, by product id.</param>
    /// <param name="currency">The currency of the prices.</param>
    /// <param name="isBound">Whether the limits of the list bind it, as they do a member.</param>
    public static Basket Fill(IReadOnlyList<Offer> offers, IReadOnlyDictionary<string, int> quantities, Currency currency, bool isBound = true)
    {
        var offered = offers.Select(offer => offer.Line.ProductId).ToHashSet(StringComparer.Ordinal);
        if (quantities.Any(quantity => quantity.Value != 0 && !offered.Contains(quantity.Key)))
        {
            return Wrong(BasketFault.UnknownProduct);
        }

        var (lines, shortages) = (new List<OrderLine>(), new List<Shortage>());
        foreach (var offer in offers)
        {
            var (line, withdrawn) = offer;
            var quantity = quantities.GetValueOrDefault(line.ProductId);
            if (!IsRight(line, quantity))
            {
                return Wrong(line.SoldBy is SoldBy.Weight ? BasketFault.WrongWeight : BasketFault.WrongQuantity, line.Name) with { StepGrams = line.StepGrams };
            }

            if (withdrawn && quantity > line.Quantity)
            {
                return Wrong(BasketFault.Withdrawn, line.Name);
            }

            if (offer.ShortOf(quantity) is { } shortage)
            {
                shortages.Add(shortage);
            }

            if (quantity > 0)
            {
                lines.Add(line.Of(quantity));
            }
        }

        return lines.Count == 0 ? Wrong(BasketFault.Empty)
            : OrderTotals.Total(lines, currency) > Ceiling(currency) ? Wrong(BasketFault.TooMuch)
            : shortages.Count > 0 && isBound ? Wrong(BasketFault.TooFew) with { Shortages = shortages }
            : new Basket(lines) { Shortages = shortages };
    }

    /// <summary>The most that one order may cost: what the ledger takes in one operation.</summary>
    public static Money Ceiling(Currency currency) => new(AmountReader.CeilingUnits * currency.MinorUnitsPerUnit, currency);

    /// <summary>The most of it that one order may hold: pieces, or grams where it is ordered by weight.</summary>
    public static int MostOf(SoldBy soldBy) => soldBy is SoldBy.Weight ? ScaleReader.MaxGrams : MaxQuantity;

    /// <summary>In what steps it is ordered: one by one, or so many grams.</summary>
    public static int StepOf(OrderLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.SoldBy is SoldBy.Weight ? Math.Max(1, line.StepGrams) : 1;
    }

    // What was ordered in other steps may stay.
    private static bool IsRight(OrderLine line, int quantity) =>
        quantity >= 0 && quantity <= MostOf(line.SoldBy) && (quantity % StepOf(line) == 0 || quantity == line.Quantity);

    private static Basket Wrong(BasketFault fault, string productName = "") => new([], fault, productName);
}

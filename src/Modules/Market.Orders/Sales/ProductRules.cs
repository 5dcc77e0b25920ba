using Market.Ledger;
using Market.Ledger.Weights;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Sales;

/// <summary>What a product that is sold by weight must be, whoever writes it: its editor, a recipe, the API, a workflow.</summary>
public sealed class ProductRules(IMarketTerms terms, IStringLocalizer<ProductRules> S)
{
    /// <summary>What is wrong: the property of the part, and a sentence. One a property.</summary>
    public async Task<IReadOnlyDictionary<string, string>> JudgeAsync(ProductPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Enum.IsDefined(part.SoldBy))
        {
            wrong[nameof(part.SoldBy)] = S["Choose what the price is the price of."];
        }

        if (part.SoldBy is SoldBy.WeighedPiece && part.PieceGrams is <= 0 or > ScaleReader.MaxGrams)
        {
            wrong[nameof(part.PieceGrams)] = S["Say about how much a piece weighs, in grams."];
        }

        if (part.SoldBy is SoldBy.Weight && part.StepGrams is <= 0 or > ScaleReader.MaxGrams)
        {
            wrong[nameof(part.StepGrams)] = S["Say in steps of how many grams it is ordered, like 100."];
        }

        var ceiling = Basket.Ceiling((await terms.GetAsync()).Currency);
        if (part.PriceMinorUnits < 0 || part.PriceMinorUnits > ceiling.MinorUnits)
        {
            wrong[nameof(part.PriceMinorUnits)] = S["The price must be from 0 to {0}.", ceiling.ToString(System.Globalization.CultureInfo.CurrentCulture)];
        }

        return wrong;
    }
}

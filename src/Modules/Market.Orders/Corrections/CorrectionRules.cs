using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Weights;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Corrections;

/// <summary>What may be corrected of an order's lines, at every door.</summary>
public sealed class CorrectionRules(IStringLocalizer<CorrectionRules> S)
{
    /// <summary>Judges corrections of an order's lines.</summary>
    /// <returns>Why not, in the language of the request; null where they may be.</returns>
    public string? Judge(Order order, IReadOnlyDictionary<string, LineCorrection> corrections)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(corrections);
        var currency = Currency.FromCode(order.Currency);
        var lines = order.Lines.ToDictionary(line => line.ProductId, StringComparer.Ordinal);
        foreach (var (product, correction) in corrections)
        {
            if (!lines.TryGetValue(product, out var line))
            {
                return S["This order does not hold one of these products."];
            }

            if (Judge(line, correction, currency) is { } fault)
            {
                return fault;
            }

            lines[product] = line.With(correction);
        }

        var ceiling = Basket.Ceiling(currency).MinorUnits;
        return lines.Values.Any(line => line.Cost() > ceiling) || lines.Values.Sum(line => line.Cost()) > ceiling ? TooMuch(currency) : null;
    }

    /// <summary>An order's lines once they are corrected.</summary>
    public static IReadOnlyList<OrderLine> Apply(Order order, IReadOnlyDictionary<string, LineCorrection> corrections)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(corrections);
        return [.. order.Lines.Select(line => corrections.TryGetValue(line.ProductId, out var correction) ? line.With(correction) : line)];
    }

    private string? Judge(OrderLine line, LineCorrection correction, Currency currency)
    {
        if (correction.Came is not null && line.SoldBy is SoldBy.Weight)
        {
            return S["{0} is ordered by weight: say what the scale shows.", line.Name];
        }

        if (correction.Grams is not null && !line.IsByWeight)
        {
            return S["{0} is not sold by weight.", line.Name];
        }

        if (correction.Came is < 0 or > Basket.MaxQuantity)
        {
            return S["The quantity of {0} must be a whole number from 0 to {1}.", line.Name, Basket.MaxQuantity];
        }

        if (correction.Grams is < 0 or > ScaleReader.MaxGrams)
        {
            return S["The weight of {0} must be from 0 to {1}.", line.Name, LineWords.Weight(ScaleReader.MaxGrams)];
        }

        Money?[] amounts = [correction.Cost, correction.Price];
        if (amounts.Any(amount => amount is { } money && (money.Currency != currency || money.IsNegative)))
        {
            return S["What a line costs cannot be less than nothing, nor in another currency."];
        }

        return amounts.Any(amount => amount > Basket.Ceiling(currency)) ? TooMuch(currency) : null;
    }

    private string TooMuch(Currency currency) => S["An order cannot cost more than {0}.", Basket.Ceiling(currency).ToString(CultureInfo.CurrentCulture)];
}

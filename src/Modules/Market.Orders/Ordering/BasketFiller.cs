using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.OnSale;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Ordering;

/// <summary>Turns wanted quantities into lines with the market's own names and prices, or into a sentence about what is wrong.</summary>
public sealed class BasketFiller(Assortment assortment, IMarketTerms terms, ShortageSentences shortages, IStringLocalizer<BasketFiller> S)
{
    /// <summary>Fills a basket.</summary>
    /// <param name="distributionId">The distribution that is ordered for.</param>
    /// <param name="order">The order that is changed, if one is.</param>
    /// <param name="quantities">The wanted quantities, by product id.</param>
    /// <param name="isBound">Whether the limits of the distribution's list bind it, as they do a member.</param>
    public async Task<(Basket Basket, Currency Currency, string? Fault)> FillAsync(string distributionId, Order? order, IReadOnlyDictionary<string, int> quantities, bool isBound)
    {
        var currency = (await terms.GetAsync()).Currency;
        var basket = Basket.Fill(await assortment.ListAsync(distributionId, order), quantities, currency, isBound);
        return (basket, currency, basket.Fault is { } fault ? Sentence(fault, basket, isChange: order is not null, currency) : null);
    }

    private string Sentence(BasketFault fault, Basket basket, bool isChange, Currency currency) => fault switch
    {
        BasketFault.Empty => isChange
            ? S["Nothing would be left of this order. To give it up, cancel it."]
            : S["Choose at least one product."],
        BasketFault.UnknownProduct => S["One of these products is not on sale any more. Load the page again to see what is."],
        BasketFault.Withdrawn => S["{0} is not on sale any more; you can only keep it or order less of it.", basket.ProductName],
        BasketFault.WrongQuantity => S["The quantity of {0} must be a whole number from 0 to {1}.", basket.ProductName, Basket.MaxQuantity],
        BasketFault.WrongWeight => S["{0} is ordered in steps of {1}, up to {2}.", basket.ProductName, LineWords.Weight(Math.Max(1, basket.StepGrams)), LineWords.Weight(Basket.MostOf(SoldBy.Weight))],
        BasketFault.TooFew => shortages.For(basket.Shortages),
        _ => S["An order cannot cost more than {0}.", Basket.Ceiling(currency).ToString(CultureInfo.CurrentCulture)],
    };
}

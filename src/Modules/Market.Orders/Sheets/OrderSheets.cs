using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.OnSale;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.Shop;
using Market.Orders.ViewModels;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Sheets;

/// <summary>Lays out the sheet that an order is filled in on.</summary>
public sealed class OrderSheets(Catalogue catalogue, Assortment assortment, Deposits deposits, IMarketTerms terms, IStringLocalizer<OrderSheets> S)
{
    /// <summary>Lays out a sheet.</summary>
    /// <param name="distributionId">The distribution that is ordered for.</param>
    /// <param name="order">The order that is changed, if one is.</param>
    /// <param name="typed">What was typed before a refusal, by product id, so that it is not lost.</param>
    /// <param name="isBound">Whether the limits of the distribution's list bind who fills it in, as they do a member.</param>
    public async Task<OrderSheet> LayOutAsync(string distributionId, Order? order, IReadOnlyDictionary<string, string?>? typed = null, bool isBound = false)
    {
        var currency = order is null ? (await terms.GetAsync()).Currency : Currency.FromCode(order.Currency);
        var producers = (await catalogue.ListProducersAsync()).ToDictionary(producer => producer.Id, StringComparer.Ordinal);
        var offers = await assortment.ListAsync(distributionId, order);
        var packaging = await deposits.OfAsync(offers.Select(offer => offer.Facts));
        var groups = offers
            .GroupBy(offer => offer.Withdrawn ? null : producers.GetValueOrDefault(offer.Line.ProducerId))
            .Select(group => new OrderSheetGroup(
                group.Key?.Name ?? S["No longer on sale"],
                group.Key?.Village ?? string.Empty,
                [
                    .. group.Select(offer => Line(offer, isBound, typed, currency) with
                    {
                        Maker = group.Key,
                        Deposit = offer.Facts.ReturnableId is { } id ? packaging.GetValueOrDefault(id) : null,
                    }),
                ]));
        return new OrderSheet([.. groups], OrderTotals.Total(order?.Lines ?? [], currency));
    }

    private static OrderSheetLine Line(Offer offer, bool isBound, IReadOnlyDictionary<string, string?>? typed, Currency currency) => new(
        offer.Line.ProductId,
        offer.Line.Name,
        offer.Line.Unit,
        offer.Line.SoldBy,
        offer.Line.PieceGrams,
        Basket.StepOf(offer.Line),
        new Money(offer.Line.Price, currency),
        typed is null ? $"{offer.Line.Quantity}" : typed.GetValueOrDefault(offer.Line.ProductId) ?? "0",
        offer.Line.IsCorrected ? new Money(offer.Line.Cost(), currency) : null,
        isBound || offer.Withdrawn ? offer.Most : Basket.MostOf(offer.Line.SoldBy))
    {
        Left = offer.Withdrawn ? null : offer.Left,
        PerAccount = offer.PerAccount,
        Facts = offer.Facts,
    };
}

using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.OnSale;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.Sheets;
using Market.Orders.ViewModels;
using Market.Orders.ViewModels.Shop;
using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Shop;

/// <summary>Gathers what the pages show on which a basket is filled and ordered.</summary>
public sealed class BasketPages(
    OrderSheets sheets,
    OrderDebits debits,
    BasketFiller filler,
    Assortment assortment,
    Distributions distributions,
    IClientAccounts accounts,
    IMarketTerms terms,
    IStringLocalizer<BasketPages> S)
{
    /// <summary>The page on which a visitor fills their basket.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="order">The order that is changed; none where one is placed.</param>
    /// <param name="kept">What is in the basket; none where it is empty.</param>
    /// <param name="form">What was typed before a refusal.</param>
    /// <param name="view">How the products are shown.</param>
    public async Task<OrderPageViewModel> SheetAsync(Distribution distribution, Order? order, KeptBasket? kept, OrderForm? form, ShelfView view)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(view);

        // What was typed is kept, unless it was about another state of the order than the one the page now shows.
        var typed = form is not null && (form.OrderId ?? string.Empty) == (order?.OrderId ?? string.Empty) && form.Revision == (order?.Revision ?? 0) ? form.Quantities : null;
        var (wanted, gone) = kept is null || form is not null ? (null, 0) : await WantedAsync(distribution.Id, kept, order);
        var sheet = await sheets.LayOutAsync(distribution.Id, order, typed ?? wanted?.ToDictionary(one => one.Key, one => (string?)$"{one.Value}", StringComparer.Ordinal), isBound: true);
        return new OrderPageViewModel
        {
            Distribution = distribution,
            Others = [.. (await distributions.ListOpenAsync()).Where(other => other.Id != distribution.Id)],
            Order = order,
            Sheet = sheet with { Total = wanted is null ? sheet.Total : await TotalAsync(distribution.Id, order, wanted) },
            Groups = view.IsByCategory ? Shelves.ByCategory(sheet.Groups, S["Other products"]) : sheet.Groups,
            View = view,
            Gone = gone,
            IsAdded = wanted is not null && kept!.IsAddedTo(order),
        };
    }

    /// <summary>What a basket comes to, before it is ordered; none where something is wrong with it, which the order page says.</summary>
    public async Task<(ReviewViewModel? Review, string? Fault)> ReviewAsync(Distribution distribution, ClientAccount account, Order? order, KeptBasket kept)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(account);
        if ((await WantedAsync(distribution.Id, kept, order)).Wanted is not { } wanted)
        {
            return default;
        }

        var (basket, currency, fault) = await filler.FillAsync(distribution.Id, order, wanted, isBound: true);
        if (fault is not null)
        {
            return (null, fault);
        }

        var review = new ReviewViewModel
        {
            Distribution = distribution,
            Order = order,
            Lines = basket.Lines,
            Total = OrderTotals.Total(basket.Lines, currency),
            VatIncluded = OrderTotals.VatIncluded(basket.Lines, currency),
            Before = order is null ? Money.Zero(currency) : await debits.PostedAsync(order),
            Balance = await accounts.GetBalanceAsync(account.Id),
            Floor = await accounts.GetFloorAsync(account.Id),
            Methods = [.. (await terms.GetAsync()).Offered.Where(method => method.MembersMayChoose)],
            FormKey = Guid.NewGuid().ToString("N"),
        };
        return (review, null);
    }

    /// <summary>What is wrong with what was typed, in a sentence; none where nothing is.</summary>
    public async Task<string?> FindFaultAsync(Distribution distribution, Order? order, IReadOnlyDictionary<string, int> typed)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        return (await filler.FillAsync(distribution.Id, order, typed, isBound: true)).Fault;
    }

    // What was withdrawn since it was put in the basket is left out, unless the order holds it.
    private async Task<(IReadOnlyDictionary<string, int>? Wanted, int Gone)> WantedAsync(string distributionId, KeptBasket kept, Order? order)
    {
        if (kept.For(order) is not { } wanted)
        {
            return default;
        }

        var offered = (await assortment.ListAsync(distributionId, order)).Select(offer => offer.Line.ProductId).ToHashSet(StringComparer.Ordinal);
        return (wanted.Where(one => offered.Contains(one.Key)).ToDictionary(StringComparer.Ordinal), wanted.Keys.Count(id => !offered.Contains(id)));
    }

    // Beyond a limit it is counted all the same: the sentence about it comes when it is looked at.
    private async Task<Money> TotalAsync(string distributionId, Order? order, IReadOnlyDictionary<string, int> wanted)
    {
        var (basket, currency, _) = await filler.FillAsync(distributionId, order, wanted, isBound: false);
        return OrderTotals.Total(basket.Lines, currency);
    }
}

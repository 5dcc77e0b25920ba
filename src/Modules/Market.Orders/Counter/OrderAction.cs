using System.Text.Json.Nodes;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.OnSale;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Payments;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace Market.Orders.Counter;

/// <summary>
/// What somebody takes along who did not order it: <c>lines</c>, each with its <c>product</c> and its <c>quantity</c>, or <c>grams</c> of what
/// is sold by weight. It comes on top of the account's order, or is its order. Neither a floor nor a stock stops it: it is sold.
/// </summary>
public sealed class OrderAction(
    CounterOrderDesk desk,
    OrderStore store,
    Assortment assortment,
    Distributions distributions,
    IClientAccounts accounts,
    IMarketTerms terms,
    IClock clock,
    IStringLocalizer<OrderAction> S) : ICounterAction
{
    public string Kind => "order";

    public async Task<CounterAnswer> TakeAsync(CounterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (await accounts.FindAsync(entry.AccountId) is not { IsOpen: true })
        {
            return new CounterAnswer.Refused(S["This client account is closed; it takes no orders."]);
        }

        var order = await store.FindPlacedAsync(entry.AccountId, entry.DistributionId);
        var currency = order is null ? (await terms.GetAsync()).Currency : Currency.FromCode(order.Currency);
        var (lines, fault) = await AddAsync(entry, order, currency);
        if (fault is not null)
        {
            return new CounterAnswer.Refused(fault);
        }

        var reason = S["Taken at the stall"];
        return order is null ? await PlaceAsync(entry, lines, currency, reason) : await desk.ChangeAsync(entry, order, lines, reason);
    }

    public Task<CounterAnswer> UndoAsync(CounterEntry undo, CounterTaken taken) => desk.UndoAsync(undo, taken);

    private async Task<CounterAnswer> PlaceAsync(CounterEntry entry, IReadOnlyList<OrderLine> lines, Currency currency, string reason)
    {
        if (await distributions.FindAsync(entry.DistributionId) is not { } distribution)
        {
            return new CounterAnswer.Refused(S["There is no such distribution."]);
        }

        var now = clock.UtcNow;
        return await desk.PlaceAsync(entry, new Order
        {
            OrderId = RisingId.New(),
            AccountId = entry.AccountId,
            DistributionId = distribution.Id,
            Date = distribution.Date,
            Lines = [.. lines],
            Currency = currency.Code,
            Status = OrderStatus.Placed,
            Revision = 1,
            Correction = reason,
            PlacedUtc = now,
            ChangedUtc = now,
            PlacedBy = entry.UserId,
            ChangedBy = entry.UserId,
            FormKey = entry.Key(),
        });
    }

    // The order's lines with what is added, at the price that the order has for it, or today's.
    private async Task<(IReadOnlyList<OrderLine> Lines, string? Fault)> AddAsync(CounterEntry entry, Order? order, Currency currency)
    {
        if (entry.Data["lines"] is not JsonArray { Count: > 0 } wanted)
        {
            return ([], S["Choose at least one product."]);
        }

        var offers = (await assortment.ListAsync(entry.DistributionId, order)).ToDictionary(offer => offer.Line.ProductId, StringComparer.Ordinal);
        var lines = (order?.Lines ?? []).ToDictionary(line => line.ProductId, StringComparer.Ordinal);
        foreach (var one in wanted)
        {
            if (one is not JsonObject data || data.Text("product") is not { } product || !offers.TryGetValue(product, out var offer) || offer.Withdrawn)
            {
                return ([], S["One of these products is not on sale any more. Load the page again to see what is."]);
            }

            var line = lines.GetValueOrDefault(product, offer.Line);
            var (quantity, grams) = (data.Whole("quantity"), data.Whole("grams"));
            if (line.IsByWeight ? grams is null or <= 0 || grams > Basket.MostOf(SoldBy.Weight) : quantity is null or <= 0 or > Basket.MaxQuantity)
            {
                return ([], line.IsByWeight ? S["Say what the scale shows for {0}.", line.Name] : S["The quantity of {0} must be a whole number from 1 to {1}.", line.Name, Basket.MaxQuantity]);
            }

            if (line.IsByWeight && line.Quantity > 0 && line.WeightGrams is null)
            {
                return ([], S["{0} was ordered and is not weighed yet: weigh it all together.", line.Name]);
            }

            line = line.IsByWeight ? line.PlusGrams((int)grams!.Value) : line.Plus((int)quantity!.Value);
            if (line.Quantity > Basket.MostOf(line.SoldBy))
            {
                return ([], S["There cannot be so much of {0} in one order.", line.Name]);
            }

            lines[product] = line;
        }

        var ceiling = Basket.Ceiling(currency);
        return lines.Values.Sum(line => line.Cost()) > ceiling.MinorUnits
            ? ([], S["An order cannot cost more than {0}.", ceiling.ForPeople()])
            : ([.. lines.Values], null);
    }
}

using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.Sales;
using Market.Payments;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace Market.Orders.Ordering;

/// <summary>The work of <see cref="OrderService"/> inside one unit of work. Nothing else calls it.</summary>
public sealed class OrderDesk(
    OrderStore store,
    OrderKeeper keeper,
    Distributions distributions,
    BasketFiller basketFiller,
    IClientAccounts accounts,
    IClock clock,
    IStringLocalizer<OrderDesk> S)
{
    /// <inheritdoc cref="OrderService.PlaceAsync"/>
    public async Task<OrderResult> PlaceAsync(PlaceOrder request)
    {
        if (string.IsNullOrWhiteSpace(request.FormKey))
        {
            return OrderKeeper.Refused(S["This form is not complete. Load the page again."]);
        }

        if (await store.FindByFormAsync(request.AccountId, request.FormKey) is { } first)
        {
            return first.Status is OrderStatus.Placed
                ? await keeper.AsItIsAsync(first)
                : OrderKeeper.Refused(S["This form placed an order that has been cancelled since. Load the page again to order anew."]);
        }

        var account = await accounts.FindAsync(request.AccountId);
        if (account is not { IsOpen: true })
        {
            return OrderKeeper.Refused(account is null ? S["There is no such client account."] : S["This client account is closed; it takes no orders."]);
        }

        if (await distributions.FindPublishedAsync(request.DistributionId) is not { } distribution)
        {
            return OrderKeeper.Refused(S["There is no such distribution."]);
        }

        if (await store.FindPlacedAsync(request.AccountId, request.DistributionId) is { } placed)
        {
            // The same form may have been committed since the first look, by a tap that was a little quicker.
            return placed.FormKey == request.FormKey
                ? await keeper.AsItIsAsync(placed)
                : new OrderResult.Refused(S["There is already an order for this distribution. Change that one instead."], placed.OrderId);
        }

        if (WhyNotNow(distribution, request.OnBehalf) is { } closed)
        {
            return OrderKeeper.Refused(closed);
        }

        var (basket, currency, fault) = await basketFiller.FillAsync(distribution.Id, order: null, request.Quantities, isBound: !request.OnBehalf);
        if (fault is not null)
        {
            return OrderKeeper.Refused(fault) with { Shortages = basket.Shortages };
        }

        if (IsOther(request.SeenMinorUnits, basket, currency))
        {
            return OtherPrice();
        }

        var now = clock.UtcNow;
        var result = await keeper.SaveAsync(
            new Order
            {
                OrderId = RisingId.New(),
                AccountId = request.AccountId,
                DistributionId = distribution.Id,
                Date = distribution.Date,
                Lines = [.. basket.Lines],
                Currency = currency.Code,
                Status = OrderStatus.Placed,
                Revision = 1,
                PlacedUtc = now,
                ChangedUtc = now,
                PlacedBy = request.UserId,
                ChangedBy = request.UserId,
                FormKey = request.FormKey,
            },
            request.UserId,
            isBound: !request.OnBehalf);
        return Told(result, basket);
    }

    /// <inheritdoc cref="OrderService.ChangeAsync"/>
    public async Task<OrderResult> ChangeAsync(ChangeOrder request)
    {
        if (await store.FindAsync(request.OrderId, request.AccountId) is not { } order)
        {
            return OrderKeeper.Refused(S["There is no such order."]);
        }

        if (order.Status is OrderStatus.Cancelled)
        {
            return OrderKeeper.Refused(S["This order has been cancelled and cannot be changed."]);
        }

        // A second tap asks for what the first one did. It comes before all that may have come between: the end of the window, a product
        // that is withdrawn, and the revision, which the first one has raised.
        if (Holds(order, request.Quantities))
        {
            return await keeper.AsItIsAsync(order);
        }

        var distribution = await distributions.FindAsync(order.DistributionId);
        if (WhyNotNow(distribution, request.OnBehalf) is { } closed)
        {
            return OrderKeeper.Refused(closed);
        }

        var (basket, currency, fault) = await basketFiller.FillAsync(order.DistributionId, order, request.Quantities, isBound: !request.OnBehalf);
        if (fault is not null)
        {
            return OrderKeeper.Refused(fault) with { Shortages = basket.Shortages };
        }

        if (order.Revision != request.Revision)
        {
            return keeper.Stale();
        }

        if (IsOther(request.SeenMinorUnits, basket, currency))
        {
            return OtherPrice();
        }

        order.Lines = [.. basket.Lines];
        order.Correction = null;
        return Told(await keeper.SaveNextRevisionAsync(order, request.UserId, isBound: !request.OnBehalf), basket);
    }

    /// <inheritdoc cref="OrderService.CancelAsync"/>
    public async Task<OrderResult> CancelAsync(CancelOrder request)
    {
        if (await store.FindAsync(request.OrderId, request.AccountId) is not { } order)
        {
            return OrderKeeper.Refused(S["There is no such order."]);
        }

        if (order.Status is OrderStatus.Cancelled)
        {
            return await keeper.AsItIsAsync(order);
        }

        if (WhyNotNow(await distributions.FindAsync(order.DistributionId), request.OnBehalf) is { } closed)
        {
            return OrderKeeper.Refused(closed);
        }

        if (order.Revision != request.Revision)
        {
            return keeper.Stale();
        }

        order.Status = OrderStatus.Cancelled;
        order.Correction = null;
        return await keeper.SaveNextRevisionAsync(order, request.UserId);
    }

    private LocalizedString? WhyNotNow(Distribution? distribution, bool onBehalf) =>
        onBehalf ? null : distribution?.WindowAt(clock.UtcNow) switch
        {
            OrderWindow.Open => null,
            OrderWindow.NotOpenYet => S["Orders for this distribution are not open yet."],
            _ => S["Orders for this distribution are closed. Ask the coordinators if something must change."],
        };

    private static OrderResult Told(OrderResult result, Basket basket) => result is OrderResult.Done done ? done with { Beyond = basket.Shortages } : result;

    // What somebody agreed to pay is what they saw.
    private static bool IsOther(long? seen, Basket basket, Currency currency) =>
        seen is { } total && total != OrderTotals.Total(basket.Lines, currency).MinorUnits;

    private OrderResult.Refused OtherPrice() =>
        OrderKeeper.Refused(S["A price has changed since you looked at your basket, so nothing was ordered. Look at it as it is now and order again."]);

    private static bool Holds(Order order, IReadOnlyDictionary<string, int> quantities) =>
        order.Lines.Count == quantities.Count(wanted => wanted.Value != 0)
        && order.Lines.All(line => quantities.GetValueOrDefault(line.ProductId) == line.Quantity);
}

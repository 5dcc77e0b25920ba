using Market.Orders.Models;
using Market.Orders.Sales;
using Market.Payments;
using Microsoft.Extensions.Localization;
using OrchardCore.Entities;
using OrchardCore.Modules;

namespace Market.Orders.Ordering;

/// <summary>The work of <see cref="OrderService"/> inside one unit of work. Nothing else calls it.</summary>
public sealed class OrderDesk(
    OrderStore store,
    OrderEvents events,
    OrderDebits debits,
    Distributions distributions,
    BasketFiller basketFiller,
    IClientAccounts accounts,
    IIdGenerator idGenerator,
    IClock clock,
    IStringLocalizer<OrderDesk> S)
{
    /// <inheritdoc cref="OrderService.PlaceAsync"/>
    public async Task<OrderResult> PlaceAsync(PlaceOrder request)
    {
        if (string.IsNullOrWhiteSpace(request.FormKey))
        {
            return Refused(S["This form is not complete. Load the page again."]);
        }

        if (await store.FindByFormAsync(request.AccountId, request.FormKey) is { } first)
        {
            return first.Status is OrderStatus.Placed
                ? await AsItIsAsync(first)
                : Refused(S["This form placed an order that has been cancelled since. Load the page again to order anew."]);
        }

        var account = await accounts.FindAsync(request.AccountId);
        if (account is not { IsOpen: true })
        {
            return Refused(account is null ? S["There is no such client account."] : S["This client account is closed; it takes no orders."]);
        }

        if (await distributions.FindPublishedAsync(request.DistributionId) is not { } distribution)
        {
            return Refused(S["There is no such distribution."]);
        }

        if (await store.FindPlacedAsync(request.AccountId, request.DistributionId) is { } placed)
        {
            // The same form may have been committed since the first look, by a tap that was a little quicker.
            return placed.FormKey == request.FormKey
                ? await AsItIsAsync(placed)
                : new OrderResult.Refused(S["There is already an order for this distribution. Change that one instead."], placed.OrderId);
        }

        if (WhyNotNow(distribution, request.OnBehalf) is { } closed)
        {
            return Refused(closed);
        }

        var (basket, currency, fault) = await basketFiller.FillAsync(order: null, request.Quantities);
        if (fault is not null)
        {
            return Refused(fault);
        }

        var now = clock.UtcNow;
        return await SaveAsync(
            new Order
            {
                OrderId = idGenerator.GenerateUniqueId(),
                AccountId = request.AccountId,
                DistributionId = distribution.Id,
                Date = distribution.Date,
                Lines = [.. basket],
                Currency = currency.Code,
                Status = OrderStatus.Placed,
                Revision = 1,
                PlacedUtc = now,
                ChangedUtc = now,
                PlacedBy = request.UserId,
                ChangedBy = request.UserId,
                FormKey = request.FormKey,
            },
            request.UserId);
    }

    /// <inheritdoc cref="OrderService.ChangeAsync"/>
    public async Task<OrderResult> ChangeAsync(ChangeOrder request)
    {
        if (await FindAsync(request.OrderId, request.AccountId) is not { } order)
        {
            return Refused(S["There is no such order."]);
        }

        if (order.Status is OrderStatus.Cancelled)
        {
            return Refused(S["This order has been cancelled and cannot be changed."]);
        }

        var distribution = await distributions.FindAsync(order.DistributionId);
        if (WhyNotNow(distribution, request.OnBehalf) is { } closed)
        {
            return Refused(closed);
        }

        var (basket, _, fault) = await basketFiller.FillAsync(order, request.Quantities);
        if (fault is not null)
        {
            return Refused(fault);
        }

        // A second tap asks for what the first one did. It comes before the revision, which the first one has raised.
        if (SameQuantities(basket, order.Lines))
        {
            return await AsItIsAsync(order);
        }

        if (order.Revision != request.Revision)
        {
            return Refused(Stale);
        }

        order.Lines = [.. basket];
        order.Date = distribution?.Date ?? order.Date;
        return await SaveNextRevisionAsync(order, request.UserId);
    }

    /// <inheritdoc cref="OrderService.CancelAsync"/>
    public async Task<OrderResult> CancelAsync(CancelOrder request)
    {
        if (await FindAsync(request.OrderId, request.AccountId) is not { } order)
        {
            return Refused(S["There is no such order."]);
        }

        if (order.Status is OrderStatus.Cancelled)
        {
            return await AsItIsAsync(order);
        }

        if (WhyNotNow(await distributions.FindAsync(order.DistributionId), request.OnBehalf) is { } closed)
        {
            return Refused(closed);
        }

        if (order.Revision != request.Revision)
        {
            return Refused(Stale);
        }

        order.Status = OrderStatus.Cancelled;
        return await SaveNextRevisionAsync(order, request.UserId);
    }

    /// <inheritdoc cref="OrderService.PostDebitAsync"/>
    public async Task<OrderResult> PostDebitAsync(string orderId, string userId)
    {
        if (await store.FindAsync(orderId) is not { } order)
        {
            return Refused(S["There is no such order."]);
        }

        var answer = await events.RaiseAsync(order, userId);
        return answer.Refusal is { } refusal ? Refused(refusal)
            : answer.IsPosted ? new OrderResult.Done(order, DebitMissing: false)
            : Refused(S["No workflow posted the debit. Check that the workflow which posts orders is enabled."]);
    }

    private LocalizedString Stale => S["This order has been changed in the meantime. Look at it as it is now before you change it."];

    private async Task<Order?> FindAsync(string orderId, string accountId) =>
        await store.FindAsync(orderId) is { } order && order.AccountId == accountId ? order : null;

    private LocalizedString? WhyNotNow(Distribution? distribution, bool onBehalf) =>
        onBehalf ? null : distribution?.WindowAt(clock.UtcNow) switch
        {
            OrderWindow.Open => null,
            OrderWindow.NotOpenYet => S["Orders for this distribution are not open yet."],
            _ => S["Orders for this distribution are closed. Ask the coordinators if something must change."],
        };

    private Task<OrderResult> SaveNextRevisionAsync(Order order, string userId)
    {
        order.Revision++;
        order.ChangedUtc = clock.UtcNow;
        order.ChangedBy = userId;
        return SaveAsync(order, userId);
    }

    private async Task<OrderResult> SaveAsync(Order order, string userId)
    {
        await store.SaveAsync(order);
        var answer = await events.RaiseAsync(order, userId);
        if (answer.Refusal is { } refusal)
        {
            return Refused(refusal);
        }

        await events.RaiseKeptAsync(order, userId);
        return new OrderResult.Done(order, !answer.IsPosted);
    }

    private async Task<OrderResult> AsItIsAsync(Order order) =>
        new OrderResult.Done(order, await debits.IsMissingAsync(order));

    private OrderResult.Refused Refused(string sentence) =>
        new(sentence.Length > 0 ? sentence : S["The order could not be put on the account."]);

    private static bool SameQuantities(IReadOnlyList<OrderLine> left, IList<OrderLine> right) =>
        left.Count == right.Count && left.All(line => right.Any(other => other.ProductId == line.ProductId && other.Quantity == line.Quantity));
}

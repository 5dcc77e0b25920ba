using Market.Orders.Models;
using Market.Orders.OnSale;
using Market.Payments;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace Market.Orders.Ordering;

/// <summary>Keeps what the desks make of an order, and its debit with it, inside one unit of work.</summary>
public sealed class OrderKeeper(
    OrderStore store,
    OrderEvents events,
    OrderDebits debits,
    SaleStock stock,
    ShortageSentences shortages,
    IDistributionState state,
    IClock clock,
    IStringLocalizer<OrderKeeper> S)
{
    /// <summary>Saves what became of an order as its next revision, and has its debit and the stock follow.</summary>
    /// <inheritdoc cref="SaveAsync" path="/param"/>
    public Task<OrderResult> SaveNextRevisionAsync(Order order, string userId, bool isBound = false)
    {
        order.Revision++;
        order.ChangedUtc = clock.UtcNow;
        order.ChangedBy = userId;
        return SaveAsync(order, userId, isBound);
    }

    /// <summary>
    /// Saves an order, and has its debit and the stock follow. What is refused is not kept; so is all that is asked of orders whose distribution
    /// is closed.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="userId">Who acts.</param>
    /// <param name="isBound">Whether it must not take more than there is. Coordinators and the counter may: they see the goods.</param>
    public async Task<OrderResult> SaveAsync(Order order, string userId, bool isBound = false)
    {
        if (await state.HoldAsync(order.DistributionId) is not null)
        {
            return Closed();
        }

        var before = order.Kept;
        await store.SaveAsync(order);
        var answer = await events.RaiseAsync(order, userId);
        if (answer.Refusal is { } refusal)
        {
            return RefusedBy(refusal);
        }

        // Last, because others wait for a row of the stock from here to the commit.
        if (await stock.TakeAsync(order, before, isBound) is { Count: > 0 } missing)
        {
            return Refused(shortages.For(missing)) with { Shortages = missing };
        }

        await events.RaiseKeptAsync(order, userId);
        return new OrderResult.Done(order, !answer.IsPosted);
    }

    /// <summary>Has the debit of an order's present revision posted. The order is saved first, so that no change of it is under way: what is posted is what it holds.</summary>
    public async Task<OrderResult> PostDebitAsync(Order order, string userId)
    {
        if (await state.HoldAsync(order.DistributionId) is not null)
        {
            return Closed();
        }

        await store.SaveAsync(order);
        var answer = await events.RaiseAsync(order, userId);
        return answer.Refusal is { } refusal ? RefusedBy(refusal)
            : answer.IsPosted ? new OrderResult.Done(order, DebitMissing: false)
            : Refused(S["No workflow posted the debit. Check that the workflow which posts orders is enabled."]);
    }

    /// <summary>The answer where nothing is to be done.</summary>
    public async Task<OrderResult> AsItIsAsync(Order order) => new OrderResult.Done(order, await debits.IsMissingAsync(order));

    /// <summary>The answer to somebody who saw another revision.</summary>
    public OrderResult.Refused Stale() => Refused(S["This order has been changed in the meantime. Look at it as it is now before you change it."]);

    /// <summary>The answer where nothing was changed.</summary>
    public static OrderResult.Refused Refused(string sentence) => new(sentence);

    private OrderResult.Refused Closed() => Refused(S["This distribution is closed: its orders do not change any more, unless it is opened again."]);

    private OrderResult.Refused RefusedBy(string sentence) =>
        Refused(sentence.Length > 0 ? sentence : S["The order could not be put on the account."]);
}

using Market.Ledger;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Counter;

/// <summary>What the counter's actions do to orders, in the counter's own unit of work, so that each can be undone.</summary>
public sealed class CounterOrderDesk(OrderStore store, OrderKeeper keeper, ILedgerStore ledger, IStringLocalizer<CounterOrderDesk> S)
{
    /// <summary>The order that an entry names, where it is the account's, of that distribution, and holds.</summary>
    public async Task<Order?> FindAsync(CounterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Data.Text("order") is { } orderId
            && await store.FindAsync(orderId, entry.AccountId) is { Status: OrderStatus.Placed } order
            && order.DistributionId == entry.DistributionId
                ? order
                : null;
    }

    /// <summary>Keeps an order with other lines, and why they are others.</summary>
    public async Task<CounterAnswer> ChangeAsync(CounterEntry entry, Order order, IReadOnlyList<OrderLine> lines, string reason)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(order);
        if (lines.SequenceEqual(order.Lines))
        {
            return new CounterAnswer.Taken([]) { OrderId = order.OrderId };
        }

        order.CounterSteps.Add(new CounterStep
        {
            EntryId = entry.Id,
            Before = [.. order.Lines.Except(lines)],
            After = [.. lines.Except(order.Lines)],
        });
        order.Lines = [.. lines];
        order.Correction = reason;
        return await AnswerAsync(await keeper.SaveNextRevisionAsync(order, entry.UserId));
    }

    /// <summary>Keeps an order that was placed at the counter.</summary>
    public async Task<CounterAnswer> PlaceAsync(CounterEntry entry, Order order)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(order);
        order.CounterSteps.Add(new CounterStep { EntryId = entry.Id, IsPlacing = true, After = [.. order.Lines] });
        return await AnswerAsync(await keeper.SaveAsync(order, entry.UserId));
    }

    /// <summary>Brings the lines that an entry changed back to what they were, by the order's next revision; what was placed is cancelled.</summary>
    public async Task<CounterAnswer> UndoAsync(CounterEntry undo, CounterTaken taken)
    {
        ArgumentNullException.ThrowIfNull(undo);
        ArgumentNullException.ThrowIfNull(taken);
        if (await store.FindPlacedAsync(taken.AccountId, taken.DistributionId) is not { } order
            || order.CounterSteps.FirstOrDefault(step => step.EntryId == taken.Id) is not { } done)
        {
            // What it asked for was so already: there is nothing to bring back.
            return taken.OperationIds.Count == 0 ? new CounterAnswer.Taken([]) : Changed();
        }

        if (done.After.Any(line => !order.Lines.Contains(line)) || (done.IsPlacing && order.Lines.Count != done.After.Count))
        {
            return Changed();
        }

        order.CounterSteps.Remove(done);
        order.Correction = S["Undone at the counter"];
        if (done.IsPlacing)
        {
            order.Status = OrderStatus.Cancelled;
        }
        else
        {
            order.Lines = [.. order.Lines.Select(line => done.After.Contains(line) ? done.Before.FirstOrDefault(before => before.ProductId == line.ProductId) : line).OfType<OrderLine>()];
        }

        return await AnswerAsync(await keeper.SaveNextRevisionAsync(order, undo.UserId));
    }

    private CounterAnswer.Refused Changed() => new(S["The order has changed since. Correct it on its own page."]);

    private async Task<CounterAnswer> AnswerAsync(OrderResult result)
    {
        if (result is not OrderResult.Done { Order: var order })
        {
            return new CounterAnswer.Refused(((OrderResult.Refused)result).Sentence);
        }

        return await ledger.FindByKeyAsync(OrderEvents.KeyFor(order)) is { } operation
            ? new CounterAnswer.Taken([operation.Id]) { Amount = operation.Amount, OrderId = order.OrderId }
            : new CounterAnswer.Taken([]) { OrderId = order.OrderId };
    }
}

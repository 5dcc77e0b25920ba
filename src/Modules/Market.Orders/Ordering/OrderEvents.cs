using System.Globalization;
using Market.Ledger.Vat;
using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Workflows.Events;
using Market.Payments;
using OrchardCore.Workflows.Services;

namespace Market.Orders.Ordering;

/// <summary>Tells workflows what became of an order, and hears from them whether its debit is posted.</summary>
public sealed class OrderEvents(IWorkflowManager workflowManager, IMarketEvents marketEvents)
{
    /// <summary>
    /// Raises the event of the order's present revision, in the order's transaction. Raised again, it is the same event with the same
    /// idempotency key.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="userId">Who acts.</param>
    public async Task<PostingAnswer> RaiseAsync(Order order, string userId)
    {
        var workflows = await workflowManager.TriggerEventAsync(NameFor(order), InputFor(order, userId), correlationId: order.OrderId);
        return PostingAnswer.Of(workflows.Select(workflow => workflow.Output));
    }

    /// <summary>Has workflows told, once the order is kept, what became of it.</summary>
    /// <param name="order">The order.</param>
    /// <param name="userId">Who acted.</param>
    public Task RaiseKeptAsync(Order order, string userId)
    {
        var values = InputFor(order, userId).Where(value => value.Key != "IdempotencyKey").ToDictionary(value => value.Key, value => (string)value.Value);
        return marketEvents.RaiseAsync(new MarketEvent(NameForKept(order), order.AccountId, values) { CorrelationId = order.OrderId });
    }

    /// <summary>The event that the order's present revision is while it is saved.</summary>
    public static string NameFor(Order order) =>
        order.Status is OrderStatus.Cancelled ? nameof(OrderCancellingEvent)
        : order.Revision == 1 ? nameof(OrderPlacingEvent)
        : nameof(OrderChangingEvent);

    /// <summary>The event that the order's present revision is once it is kept.</summary>
    public static string NameForKept(Order order) =>
        order.Status is OrderStatus.Cancelled ? nameof(OrderCancelledEvent)
        : order.Revision == 1 ? nameof(OrderPlacedEvent)
        : nameof(OrderChangedEvent);

    /// <summary>The idempotency key of the debit of the order's present revision.</summary>
    public static string KeyFor(Order order) => FormattableString.Invariant($"order:{order.OrderId}:{order.Revision}");

    /// <summary>What the event tells: plain texts, which a workflow can store.</summary>
    public static Dictionary<string, object> InputFor(Order order, string userId) => new()
    {
        ["OrderId"] = order.OrderId,
        ["AccountId"] = order.AccountId,
        ["DistributionId"] = order.DistributionId,
        ["Total"] = order.Due().ToInvariantString(),
        ["Vat"] = VatOf(order),
        ["Currency"] = order.Currency,
        ["Correction"] = order.Correction ?? string.Empty,
        ["OccurredOn"] = DistributionIndex.Day(order.Date),
        ["IdempotencyKey"] = KeyFor(order),
        ["UserId"] = userId,
    };

    private static string VatOf(Order order) => string.Join('\n', OrderTotals
        .ByVatRate(order.Status is OrderStatus.Cancelled ? [] : order.Lines, order.Due().Currency)
        .Select(rate => $"{VatRate.Text(rate.Key, CultureInfo.InvariantCulture)}: {rate.Value.ToInvariantString()}"));
}

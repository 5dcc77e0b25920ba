using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Workflows.Activities;
using OrchardCore.Workflows.Services;

namespace Market.Orders.Services;

/// <summary>Tells workflows what became of an order, and hears from them whether its debit is posted.</summary>
public sealed class OrderEvents
{
    private readonly IWorkflowManager _workflowManager;

    /// <summary>Creates the teller.</summary>
    public OrderEvents(IWorkflowManager workflowManager) => _workflowManager = workflowManager;

    /// <summary>Raises the event of the order's present revision. Raised again, it is the same event with the same idempotency key.</summary>
    /// <param name="order">The order.</param>
    /// <param name="userId">Who acts.</param>
    public async Task<DebitAnswer> RaiseAsync(Order order, string userId)
    {
        var workflows = await _workflowManager.TriggerEventAsync(NameFor(order), InputFor(order, userId), correlationId: order.OrderId);
        return DebitAnswer.Of(workflows.Select(workflow => workflow.Output));
    }

    /// <summary>The event that the order's present revision is.</summary>
    public static string NameFor(Order order) =>
        order.Status is OrderStatus.Cancelled ? nameof(OrderCancelledEvent)
        : order.Revision == 1 ? nameof(OrderPlacedEvent)
        : nameof(OrderChangedEvent);

    /// <summary>What the event tells: plain texts, which a workflow can store.</summary>
    public static Dictionary<string, object> InputFor(Order order, string userId) => new()
    {
        ["OrderId"] = order.OrderId,
        ["AccountId"] = order.AccountId,
        ["DistributionId"] = order.DistributionId,
        ["Total"] = order.Due().ToInvariantString(),
        ["Currency"] = order.Currency,
        ["OccurredOn"] = DistributionIndex.Day(order.Date),
        ["IdempotencyKey"] = FormattableString.Invariant($"order:{order.OrderId}:{order.Revision}"),
        ["UserId"] = userId,
    };
}

using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Activities;

/// <summary>Occurs once an order is cancelled; its total is zero.</summary>
public sealed class OrderCancelledEvent : OrderEvent
{
    /// <summary>Creates the event.</summary>
    public OrderCancelledEvent(IStringLocalizer<OrderCancelledEvent> localizer)
        : base(localizer)
    {
    }

    /// <inheritdoc/>
    public override string Name => nameof(OrderCancelledEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Order cancelled"];
}

using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Activities;

/// <summary>Occurs while an order is cancelled, in its transaction; its total is zero.</summary>
public sealed class OrderCancellingEvent : OrderEvent
{
    /// <summary>Creates the event.</summary>
    public OrderCancellingEvent(IStringLocalizer<OrderCancellingEvent> localizer)
        : base(localizer)
    {
    }

    /// <inheritdoc/>
    public override string Name => nameof(OrderCancellingEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Order is being cancelled"];

    /// <inheritdoc/>
    public override string EditShape => TransactionEditShape;
}

using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Activities;

/// <summary>Occurs while an order gets other products or quantities, in its transaction.</summary>
public sealed class OrderChangingEvent : OrderEvent
{
    /// <summary>Creates the event.</summary>
    public OrderChangingEvent(IStringLocalizer<OrderChangingEvent> localizer)
        : base(localizer)
    {
    }

    /// <inheritdoc/>
    public override string Name => nameof(OrderChangingEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Order is being changed"];

    /// <inheritdoc/>
    public override string EditShape => TransactionEditShape;
}

using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Activities;

/// <summary>Occurs once an order holds other products or quantities than before.</summary>
public sealed class OrderChangedEvent : OrderEvent
{
    /// <summary>Creates the event.</summary>
    public OrderChangedEvent(IStringLocalizer<OrderChangedEvent> localizer)
        : base(localizer)
    {
    }

    /// <inheritdoc/>
    public override string Name => nameof(OrderChangedEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Order changed"];
}

using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Activities;

/// <summary>Occurs once a member, or a coordinator for them, has placed an order.</summary>
public sealed class OrderPlacedEvent : OrderEvent
{
    /// <summary>Creates the event.</summary>
    public OrderPlacedEvent(IStringLocalizer<OrderPlacedEvent> localizer)
        : base(localizer)
    {
    }

    /// <inheritdoc/>
    public override string Name => nameof(OrderPlacedEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Order placed"];
}

using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Activities;

/// <summary>Occurs while an order is placed, in its transaction: a workflow posts its debit, or refuses it.</summary>
public sealed class OrderPlacingEvent : OrderEvent
{
    /// <summary>Creates the event.</summary>
    public OrderPlacingEvent(IStringLocalizer<OrderPlacingEvent> localizer)
        : base(localizer)
    {
    }

    /// <inheritdoc/>
    public override string Name => nameof(OrderPlacingEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Order is being placed"];

    /// <inheritdoc/>
    public override string EditShape => TransactionEditShape;
}

using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Events;

/// <summary>Occurs once a member, or a coordinator for them, has placed an order.</summary>
public sealed class OrderPlacedEvent(IStringLocalizer<OrderPlacedEvent> S) : OrderEvent(S)
{
    public override string Name => nameof(OrderPlacedEvent);

    public override LocalizedString DisplayText => S["Order placed"];
}

using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Events;

/// <summary>Occurs once an order is cancelled; its total is zero.</summary>
public sealed class OrderCancelledEvent(IStringLocalizer<OrderCancelledEvent> S) : OrderEvent(S)
{
    public override string Name => nameof(OrderCancelledEvent);

    public override LocalizedString DisplayText => S["Order cancelled"];
}

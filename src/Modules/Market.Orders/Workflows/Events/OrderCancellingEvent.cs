using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Events;

/// <summary>Occurs while an order is cancelled, in its transaction; its total is zero.</summary>
public sealed class OrderCancellingEvent(IStringLocalizer<OrderCancellingEvent> S) : OrderEvent(S)
{
    public override string Name => nameof(OrderCancellingEvent);

    public override LocalizedString DisplayText => S["Order is being cancelled"];

    public override string EditShape => TransactionEditShape;
}

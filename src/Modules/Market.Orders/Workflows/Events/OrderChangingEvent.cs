using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Events;

/// <summary>Occurs while an order gets other products or quantities, in its transaction.</summary>
public sealed class OrderChangingEvent(IStringLocalizer<OrderChangingEvent> S) : OrderEvent(S)
{
    public override string Name => nameof(OrderChangingEvent);

    public override LocalizedString DisplayText => S["Order is being changed"];

    public override string EditShape => TransactionEditShape;
}

using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Events;

/// <summary>Occurs once an order holds other products or quantities than before.</summary>
public sealed class OrderChangedEvent(IStringLocalizer<OrderChangedEvent> S) : OrderEvent(S)
{
    public override string Name => nameof(OrderChangedEvent);

    public override LocalizedString DisplayText => S["Order changed"];
}

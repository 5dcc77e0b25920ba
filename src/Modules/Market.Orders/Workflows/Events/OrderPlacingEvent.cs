using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Events;

/// <summary>Occurs while an order is placed, in its transaction: a workflow posts its debit, or refuses it.</summary>
public sealed class OrderPlacingEvent(IStringLocalizer<OrderPlacingEvent> S) : OrderEvent(S)
{
    public override string Name => nameof(OrderPlacingEvent);

    public override LocalizedString DisplayText => S["Order is being placed"];

    public override string EditShape => TransactionEditShape;
}

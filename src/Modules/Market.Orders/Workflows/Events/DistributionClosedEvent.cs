using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Events;

/// <summary>Occurs when the time to order for a distribution is over.</summary>
public sealed class DistributionClosedEvent(IStringLocalizer<DistributionClosedEvent> S) : OrderEvent(S)
{
    public override string Name => nameof(DistributionClosedEvent);

    public override LocalizedString DisplayText => S["Distribution closed"];

    public override string EditShape => DistributionEditShape;
}

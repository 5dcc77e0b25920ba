using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Events;

/// <summary>Occurs when members may order for a distribution.</summary>
public sealed class DistributionOpenedEvent(IStringLocalizer<DistributionOpenedEvent> S) : OrderEvent(S)
{
    public override string Name => nameof(DistributionOpenedEvent);

    public override LocalizedString DisplayText => S["Distribution opened"];

    public override string EditShape => DistributionEditShape;
}

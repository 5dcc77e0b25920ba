using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Events;

/// <summary>Occurs some hours before the time to order for a distribution ends.</summary>
public sealed class DistributionClosingSoonEvent(IStringLocalizer<DistributionClosingSoonEvent> S) : OrderEvent(S)
{
    public override string Name => nameof(DistributionClosingSoonEvent);

    public override LocalizedString DisplayText => S["Distribution closes soon"];

    public override string EditShape => DistributionEditShape;
}

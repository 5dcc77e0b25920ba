using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Activities;

/// <summary>Occurs some hours before the time to order for a distribution ends.</summary>
public sealed class DistributionClosingSoonEvent : OrderEvent
{
    /// <summary>Creates the event.</summary>
    public DistributionClosingSoonEvent(IStringLocalizer<DistributionClosingSoonEvent> localizer)
        : base(localizer)
    {
    }

    /// <inheritdoc/>
    public override string Name => nameof(DistributionClosingSoonEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Distribution closes soon"];

    /// <inheritdoc/>
    public override string EditShape => DistributionEditShape;
}

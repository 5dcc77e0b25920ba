using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Activities;

/// <summary>Occurs when the time to order for a distribution is over.</summary>
public sealed class DistributionClosedEvent : OrderEvent
{
    /// <summary>Creates the event.</summary>
    public DistributionClosedEvent(IStringLocalizer<DistributionClosedEvent> localizer)
        : base(localizer)
    {
    }

    /// <inheritdoc/>
    public override string Name => nameof(DistributionClosedEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Distribution closed"];

    /// <inheritdoc/>
    public override string EditShape => DistributionEditShape;
}

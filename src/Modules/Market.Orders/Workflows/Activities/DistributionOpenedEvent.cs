using Microsoft.Extensions.Localization;

namespace Market.Orders.Workflows.Activities;

/// <summary>Occurs when members may order for a distribution.</summary>
public sealed class DistributionOpenedEvent : OrderEvent
{
    /// <summary>Creates the event.</summary>
    public DistributionOpenedEvent(IStringLocalizer<DistributionOpenedEvent> localizer)
        : base(localizer)
    {
    }

    /// <inheritdoc/>
    public override string Name => nameof(DistributionOpenedEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Distribution opened"];

    /// <inheritdoc/>
    public override string EditShape => DistributionEditShape;
}

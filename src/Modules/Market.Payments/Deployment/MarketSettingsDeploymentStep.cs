using Microsoft.Extensions.Localization;
using OrchardCore.Deployment;

namespace Market.Payments.Deployment;

/// <summary>Adds the settings of the market's modules to a deployment plan, without secrets.</summary>
public class MarketSettingsDeploymentStep : DeploymentStep
{
    public MarketSettingsDeploymentStep() => Name = "MarketSettings";

    public MarketSettingsDeploymentStep(IStringLocalizer<MarketSettingsDeploymentStep> S)
        : this() => Category = S["Configuration"];
}

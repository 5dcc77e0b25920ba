using System.Text.Json.Nodes;
using Market.Payments.Recipes;
using OrchardCore.Deployment;

namespace Market.Payments.Deployment;

public sealed class MarketSettingsDeploymentSource(IEnumerable<IMarketSettings> parts) : DeploymentSourceBase<MarketSettingsDeploymentStep>
{
    protected override async Task ProcessAsync(MarketSettingsDeploymentStep step, DeploymentPlanResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var written = new JsonObject { ["name"] = MarketSettingsStep.StepName };
        foreach (var part in parts)
        {
            written[part.Name] = await part.ExportAsync();
        }

        result.Steps.Add(written);
    }
}

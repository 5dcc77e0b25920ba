using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Deployment;
using OrchardCore.Modules;

namespace Market.Payments.Deployment;

[RequireFeatures("OrchardCore.Deployment")]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) =>
        services.AddDeployment<MarketSettingsDeploymentSource, MarketSettingsDeploymentStep, MarketSettingsDeploymentStepDriver>();
}

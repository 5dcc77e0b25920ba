using Market.Payments.Stripe.Settlements;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Market.Payments.Stripe.Producers;

/// <summary>Several producers are paid by Stripe.</summary>
[Feature(StripeFeatures.Producers)]
public sealed class ProducersStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services
            .AddProducers()
            .AddSettlements();

        services.AddPermissionProvider<StripePermissionsProvider>();
        services.AddNavigationProvider<ProducersAdminMenu>();
    }
}

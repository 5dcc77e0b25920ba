using Market.Payments.Banking.Transfers;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace Market.Payments.Banking;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddTransfers();
        services.AddNavigationProvider<AdminMenu>();
        services.AddResourceConfiguration<ResourceManifestConfiguration>();
    }
}

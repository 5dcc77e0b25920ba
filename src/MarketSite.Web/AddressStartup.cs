using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Settings;

namespace MarketSite.Web;

/// <summary>Has each tenant know the public address, where there is one.</summary>
public sealed class AddressStartup(PublicAddress? address = null) : OrchardCore.Modules.StartupBase
{
    // After Orchard's own site service, which it wraps.
    public override int Order => 1_000;

    public override void ConfigureServices(IServiceCollection services)
    {
        if (address is not null && services.LastOrDefault(service => service.ServiceType == typeof(ISiteService)) is { ImplementationType: { } type })
        {
            services.Replace(ServiceDescriptor.Singleton<ISiteService>(provider => new PublicSiteService((ISiteService)ActivatorUtilities.CreateInstance(provider, type), address)));
        }
    }
}

using Market.Payments.Watch;
using OrchardCore.Settings;

namespace MarketSite.Web;

/// <summary>Has each tenant know the public address, where there is one.</summary>
public sealed class AddressStartup(PublicAddress? address = null) : OrchardCore.Modules.StartupBase
{
    // After Orchard's own site service and whatever stands before it.
    public override int Order => 1_000;

    public override void ConfigureServices(IServiceCollection services)
    {
        if (address is not null && services.Any(service => service.ServiceType == typeof(ISiteService)))
        {
            services.Decorate<ISiteService, PublicSiteService>();
        }
    }
}

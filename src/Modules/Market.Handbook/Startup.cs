using Market.Handbook.Places;
using Market.Handbook.Reading;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin.Models;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace Market.Handbook;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<HandbookShelf>();
        services.AddScoped<PageOpener>();
        services.AddDisplayDriver<Navbar, HelpLinkDisplayDriver>();
        services.AddNavigationProvider<AdminMenu>();
        services.AddResourceConfiguration<ResourceManifestConfiguration>();
    }
}

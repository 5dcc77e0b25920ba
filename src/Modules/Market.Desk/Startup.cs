using Market.Desk.Controllers;
using Market.Desk.Drivers;
using Market.Desk.Find;
using Market.Desk.Home;
using Market.Desk.Trends;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Admin;
using OrchardCore.Admin.Models;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;

namespace Market.Desk;

public sealed class Startup(IOptions<AdminOptions> admin) : StartupBase
{
    /// <summary>The name of the route of the admin's home.</summary>
    public const string HomeRoute = "MarketDesk";

    // Of the routes to the admin's home the first one holds: Orchard's dashboard has -10.
    public override int ConfigureOrder => -20;

    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddHome().AddFind().AddTrends();
        services.AddScoped<DeskRights>();
        services.AddDisplayDriver<Navbar, FindNavbarDisplayDriver>();
        services.AddNavigationProvider<DeskAdminMenu>();
        services.AddResourceConfiguration<ResourceManifestConfiguration>();
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) => routes.MapAreaControllerRoute(
        HomeRoute,
        "Market.Desk",
        admin.Value.AdminUrlPrefix,
        new { controller = typeof(HomeController).ControllerName(), action = nameof(HomeController.Index) });
}

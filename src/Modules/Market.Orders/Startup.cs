using Market.Ledger.Settlements;
using Market.Orders.Drivers;
using Market.Orders.Indexes;
using Market.Orders.Migrations;
using Market.Orders.Models;
using Market.Orders.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.ResourceManagement;
using OrchardCore.Security.Permissions;

namespace Market.Orders;

/// <summary>Registers the module.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentPart<ProducerPart>().UseDisplayDriver<ProducerPartDisplayDriver>();
        services.AddContentPart<ProductPart>().UseDisplayDriver<ProductPartDisplayDriver>();
        services.AddContentPart<DistributionPart>().UseDisplayDriver<DistributionPartDisplayDriver>();

        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(OrdersConstants.Collection));
        services.AddDataMigration<OrdersMigrations>();
        services.AddIndexProvider<DistributionIndexProvider>();
        services.AddIndexProvider<ProductIndexProvider>();
        services.AddIndexProvider<OrderIndexProvider>();
        services.AddIndexProvider<DistributionNoticeIndexProvider>();

        services.AddScoped<Catalogue>();
        services.AddScoped<Distributions>();
        services.AddScoped<OrderStore>();
        services.AddScoped<OrderSheets>();
        services.AddScoped<OrderPages>();
        services.AddScoped<OrderDebits>();
        services.AddScoped<IDistributionSales, DistributionSalesReader>();
        services.AddScoped<OrderEvents>();
        services.AddScoped<BasketFiller>();
        services.AddScoped<OrderDesk>();
        services.AddScoped<OrderService>();
        services.AddScoped<DistributionTeller>();
        services.AddSingleton<IBackgroundTask, DistributionTask>();

        services.AddSiteDisplayDriver<OrdersSettingsDisplayDriver>();
        services.AddPermissionProvider<OrdersPermissionsProvider>();
        services.AddNavigationProvider<OrdersAdminMenu>();
        services.AddResourceConfiguration<ResourceManagementOptionsConfiguration>();
    }

    /// <inheritdoc/>
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) =>
        // A conventional route, so that a market may still choose another home page in its settings.
        routes.MapAreaControllerRoute("MarketHome", "Market.Orders", string.Empty, new { controller = "Home", action = "Index" });
}

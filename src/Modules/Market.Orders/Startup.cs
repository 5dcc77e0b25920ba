using Market.Orders.ClosingReminders;
using Market.Orders.Corrections;
using Market.Orders.Counter;
using Market.Orders.Deliveries;
using Market.Orders.Desk;
using Market.Orders.Indexes;
using Market.Orders.Lists;
using Market.Orders.OnSale;
using Market.Orders.Ordering;
using Market.Orders.Returnables;
using Market.Orders.Sales;
using Market.Orders.Settings;
using Market.Orders.Sheets;
using Market.Orders.Shop;
using Market.Orders.TypeIn;
using Market.Orders.Widgets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Market.Orders;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services
            .AddStorage()
            .AddSales()
            .AddOnSale()
            .AddShop()
            .AddReminderWishes()
            .AddOrdering()
            .AddCorrections()
            .AddDeliveries()
            .AddReturnables()
            .AddCounterActions()
            .AddSheets()
            .AddLists()
            .AddTypeIn()
            .AddCounter()
            .AddWidgets()
            .AddDesk()
            .AddSettings();

        services.AddPermissionProvider<OrdersPermissionsProvider>();
        services.AddNavigationProvider<OrdersAdminMenu>();
        services.AddResourceConfiguration<ResourceManagementOptionsConfiguration>();
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) =>
        // A conventional route, so that a market may still choose another home page in its settings.
        routes.MapAreaControllerRoute("MarketHome", "Market.Orders", string.Empty, new { controller = "Home", action = "Index" });
}

using Market.Orders.Drivers;
using Market.Orders.Handlers;
using Market.Orders.Migrations;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;

namespace Market.Orders.Returnables;

internal static class ReturnablesServices
{
    public static IServiceCollection AddReturnables(this IServiceCollection services)
    {
        services.AddDataMigration<ReturnableMigrations>();
        services.AddContentPart<ReturnablePart>().UseDisplayDriver<ReturnablePartDisplayDriver>().AddHandler<ReturnablePartHandler>();
        services.AddDisplayDriver<ClientAccount, HeldReturnablesDisplayDriver>();
        services.AddScoped<ReturnableList>();
        services.AddScoped<ReturnableDesk>();
        return services;
    }
}

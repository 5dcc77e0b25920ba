using Market.Orders.Indexes;
using Market.Orders.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Orders.Deliveries;

internal static class DeliveriesServices
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services)
    {
        services.AddDataMigration<DeliveryMigrations>();
        services.AddIndexProvider<DeliveryCorrectionIndexProvider>();
        services.AddScoped<DeliveryDesk>();
        services.AddScoped<DeliveryService>();
        services.AddScoped<DeliveryForms>();
        return services;
    }
}

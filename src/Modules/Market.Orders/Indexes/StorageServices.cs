using Market.Orders.Migrations;
using Market.Orders.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Orders.Indexes;

internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(OrdersConstants.Collection));
        services.AddDataMigration<OrdersMigrations>();
        services.AddDataMigration<OnSaleMigrations>();
        services.AddDataMigration<ProducerNoticeMigrations>();
        services.AddIndexProvider<DistributionIndexProvider>();
        services.AddIndexProvider<ProductIndexProvider>();
        services.AddIndexProvider<OrderIndexProvider>();
        services.AddIndexProvider<DistributionNoticeIndexProvider>();
        services.AddDataMigration<ClosingReminderMigrations>();
        services.AddIndexProvider<ClosingReminderIndexProvider>();
        services.AddIndexProvider<ProducerNoticeIndexProvider>();
        services.AddScoped<OrderTables>();
        services.AddScoped<SaleTable>();
        return services;
    }
}

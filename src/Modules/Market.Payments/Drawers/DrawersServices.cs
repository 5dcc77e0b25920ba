using Market.Payments.Indexes;
using Market.Payments.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Payments.Drawers;

internal static class DrawersServices
{
    public static IServiceCollection AddDrawers(this IServiceCollection services)
    {
        services.AddDataMigration<DrawerMigrations>();
        services.AddIndexProvider<DrawerEntryIndexProvider>();
        services.AddScoped<IDrawers, DrawerLedger>();
        services.AddScoped<DrawerChain>();
        services.AddScoped<DrawerReader>();
        services.AddScoped<IYearRecords, DrawerRecords>();
        services.AddScoped<IYearRecords, DrawerFormat>();
        return services;
    }
}

using Market.Payments.Indexes;
using Market.Payments.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Payments.Returnables;

internal static class ReturnablesServices
{
    public static IServiceCollection AddReturnables(this IServiceCollection services)
    {
        services.AddDataMigration<ReturnableMigrations>();
        services.AddIndexProvider<ReturnableIndexProvider>();
        services.AddScoped<IReturnableCounts, ReturnableCounts>();
        return services;
    }
}

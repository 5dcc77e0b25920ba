using Market.Payments.Indexes;
using Market.Payments.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Payments.Fees;

internal static class FeesServices
{
    public static IServiceCollection AddFees(this IServiceCollection services)
    {
        services.AddDataMigration<FeeMigrations>();
        services.AddIndexProvider<FeeRunIndexProvider>();
        services.AddScoped<FeeRuns>();
        services.AddScoped<FeePlanner>();
        services.AddScoped<FeePreviews>();
        services.AddScoped<FeeBooks>();
        services.AddScoped<FeeDesk>();
        services.AddScoped<FeeWords>();
        return services;
    }
}

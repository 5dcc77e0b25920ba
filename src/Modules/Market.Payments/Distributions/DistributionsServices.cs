using Market.Ledger;
using Market.Payments.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data.Migration;

namespace Market.Payments.Distributions;

internal static class DistributionsServices
{
    public static IServiceCollection AddDistributions(this IServiceCollection services)
    {
        services.AddDataMigration<DistributionMigrations>();
        services.AddScoped<DistributionTable>();
        services.AddScoped<DistributionState>();
        services.AddScoped<IDistributionState>(provider => provider.GetRequiredService<DistributionState>());
        services.AddScoped<IClosedDistributions>(provider => provider.GetRequiredService<DistributionState>());
        return services;
    }
}

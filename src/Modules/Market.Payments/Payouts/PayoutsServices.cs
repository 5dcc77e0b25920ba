using Market.Payments.Indexes;
using Market.Payments.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Payments.Payouts;

internal static class PayoutsServices
{
    public static IServiceCollection AddPayouts(this IServiceCollection services)
    {
        services.AddDataMigration<PayoutMigrations>();
        services.AddIndexProvider<PayoutEntryIndexProvider>();
        services.AddScoped<IProviderPayouts, PayoutLedger>();
        services.AddScoped<PayoutChain>();
        return services;
    }
}

using Market.Payments.Indexes;
using Market.Payments.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Payments.Paying;

internal static class PayingServices
{
    public static IServiceCollection AddPaying(this IServiceCollection services)
    {
        services.AddScoped<IMoneyForms, MoneyFormReader>();
        services.AddScoped<IRefusalSentences, RefusalSentences>();
        services.AddScoped<ISiteAddress, SiteAddress>();
        services.AddDataMigration<PaymentLinkMigrations>();
        services.AddIndexProvider<PaymentLinkIndexProvider>();
        services.AddScoped<PaymentLinks>();
        services.AddScoped<IPaymentLinks>(provider => provider.GetRequiredService<PaymentLinks>());
        services.AddScoped<IWaysToPay, WaysToPay>();
        return services;
    }
}

using Market.Ledger;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace Market.Payments.Terms;

internal static class TermsServices
{
    public static IServiceCollection AddTerms(this IServiceCollection services)
    {
        services.AddScoped<IMarketTerms, MarketTermsReader>();
        services.AddScoped<IMarketCalendar, MarketCalendar>();
        services.AddScoped<IModularTenantEvents, ZoneCheck>();
        services.AddScoped<CurrencyLock>();
        return services;
    }
}

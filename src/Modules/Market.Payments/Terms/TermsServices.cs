using Market.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Terms;

internal static class TermsServices
{
    public static IServiceCollection AddTerms(this IServiceCollection services)
    {
        services.AddScoped<IMarketTerms, MarketTermsReader>();
        services.AddScoped<IMarketCalendar, MarketCalendar>();
        services.AddScoped<CurrencyLock>();
        return services;
    }
}

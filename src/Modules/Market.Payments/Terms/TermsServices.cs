using Market.Ledger;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace Market.Payments.Terms;

internal static class TermsServices
{
    public static IServiceCollection AddTerms(this IServiceCollection services)
    {
        services.AddScoped<IMarketTerms, MarketTermsReader>();
        services.AddScoped<IMarketCalendar, MarketCalendar>();
        services.AddScoped<IModularTenantEvents, ZoneCheck>();
        services.AddDisplayDriver<ISite, ZoneInSettings>();
        services.AddScoped<CurrencyLock>();
        services.AddScoped<ICurrencyHold, LedgerCurrencyHold>();
        return services;
    }
}

using Market.Payments.Drivers;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Handlers;

namespace Market.Payments.Settings;

internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddScoped<PaymentsSettingsForm>();
        services.AddScoped<AccountingSettingsForm>();
        services.AddScoped<MarketIdentitySettingsForm>();
        services.AddScoped<IMarketIdentity, MarketIdentityReader>();
        services.AddScoped<IMarketSettings, PaymentsInRecipes>();
        services.AddScoped<IMarketSettings, IdentityInRecipes>();
        services.AddScoped<AccountingInRecipes>();
        services.AddScoped<IMarketSettings>(provider => provider.GetRequiredService<AccountingInRecipes>());
        services.AddScoped<ISetUpCheck, PaymentsSetUpCheck>();
        services.AddSiteDisplayDriver<PaymentsSettingsDisplayDriver>();
        services.AddSiteDisplayDriver<MarketIdentitySettingsDisplayDriver>();
        services.AddSiteDisplayDriver<AccountingSettingsDisplayDriver>();
        return services;
    }
}

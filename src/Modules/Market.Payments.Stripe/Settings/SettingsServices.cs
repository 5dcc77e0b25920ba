using Market.Payments.Stripe.Drivers;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Handlers;

namespace Market.Payments.Stripe.Settings;

internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddScoped<StripeSettingsForm>();
        services.AddScoped<IMarketSettings, StripeInRecipes>();
        services.AddScoped<ISetUpCheck, StripeSetUpCheck>();
        services.AddScoped<IWatchedSettings, StripeWatched>();
        services.AddScoped<IWatchedSettings, ProducersWatched>();
        services.AddScoped<ICurrencyHold, StripeCurrencyHold>();
        services.AddSiteDisplayDriver<StripeSettingsDisplayDriver>();
        return services;
    }
}

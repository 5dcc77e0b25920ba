using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Settings;

namespace Market.Payments.Watch;

internal static class WatchServices
{
    public static IServiceCollection AddWatch(this IServiceCollection services)
    {
        services.AddScoped<SettingsTrail>();
        services.AddScoped<IWatchedSettings, PaymentsWatched>();
        services.AddScoped<IWatchedSettings, IdentityWatched>();
        services.AddScoped<IWatchedSettings, AccountingWatched>();
        services.Decorate<ISiteService, SettingsWatch>();
        return services;
    }
}

using Market.Orders.Drivers;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Handlers;

namespace Market.Orders.Settings;

internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddScoped<OrdersSettingsForm>();
        services.AddScoped<IMarketSettings, OrdersInRecipes>();
        services.AddScoped<ICurrencyHold, OrdersCurrencyHold>();
        services.AddSiteDisplayDriver<OrdersSettingsDisplayDriver>();
        return services;
    }
}

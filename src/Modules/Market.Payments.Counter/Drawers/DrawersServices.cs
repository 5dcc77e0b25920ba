using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Counter.Drawers;

internal static class DrawersServices
{
    public static IServiceCollection AddDrawers(this IServiceCollection services)
    {
        services.AddScoped<DrawerForms>();
        services.AddScoped<DrawerPages>();
        services.AddScoped<DrawerWords>();
        services.AddScoped<IYearMatters, DrawerYearMatters>();
        return services;
    }
}

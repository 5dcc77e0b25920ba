using Microsoft.Extensions.DependencyInjection;

namespace Market.Desk.Home;

internal static class HomeServices
{
    public static IServiceCollection AddHome(this IServiceCollection services)
    {
        services.AddScoped<DeskReader>();
        return services;
    }
}

using Market.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Orders.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddScoped<IDeskWays, DistributionWays>();
        services.AddScoped<IFinder, OrderFinder>();
        return services;
    }
}

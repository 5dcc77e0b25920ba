using Market.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Orders.Counter;

internal static class CounterServices
{
    public static IServiceCollection AddCounter(this IServiceCollection services)
    {
        services.AddScoped<ICounterOrders, CounterOrders>();
        return services;
    }
}

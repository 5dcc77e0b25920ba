using Market.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Orders.Counter;

internal static class CounterActionsServices
{
    public static IServiceCollection AddCounterActions(this IServiceCollection services)
    {
        services.AddScoped<CounterOrderDesk>();
        services.AddScoped<ICounterAction, WeighAction>();
        services.AddScoped<ICounterAction, LineAction>();
        services.AddScoped<ICounterAction, OrderAction>();
        services.AddScoped<ICounterAction, ReturnableAction>();
        services.AddScoped<ICounterReturnables, CounterReturnables>();
        return services;
    }
}

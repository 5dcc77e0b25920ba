using Market.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Orders.Ordering;

internal static class OrderingServices
{
    public static IServiceCollection AddOrdering(this IServiceCollection services)
    {
        services.AddScoped<OrderStore>();
        services.AddScoped<OrderDebits>();
        services.AddScoped<OrderEvents>();
        services.AddScoped<ShortageSentences>();
        services.AddScoped<BasketFiller>();
        services.AddScoped<OrderKeeper>();
        services.AddScoped<OrderDesk>();
        services.AddScoped<OrderService>();
        services.AddScoped<IOrderNames, OrderNames>();
        services.AddScoped<IYearRecords, OrderRecords>();
        services.AddScoped<IOpenMatters, ComingOrders>();
        services.AddScoped<IPersonalData, OrderData>();
        return services;
    }
}

using Market.Orders.Confirmations;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Orders.Shop;

internal static class ShopServices
{
    public static IServiceCollection AddShop(this IServiceCollection services)
    {
        services.AddScoped<ProductFactsRules>();
        services.AddScoped<ProductFactsForm>();
        services.AddScoped<ProducerRules>();
        services.AddScoped<ProducerPages>();
        services.AddScoped<Deposits>();
        services.AddScoped<BasketCookie>();
        services.AddScoped<BasketPages>();
        services.AddScoped<PastOrders>();
        services.AddScoped<OrderCalendar>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Market.Orders.OnSale;

internal static class OnSaleServices
{
    public static IServiceCollection AddOnSale(this IServiceCollection services)
    {
        services.AddScoped<Assortment>();
        services.AddScoped<SaleStock>();
        services.AddScoped<SaleDesk>();
        services.AddScoped<SaleLists>();
        services.AddScoped<SaleForms>();
        return services;
    }
}

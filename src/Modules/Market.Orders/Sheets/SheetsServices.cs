using Microsoft.Extensions.DependencyInjection;

namespace Market.Orders.Sheets;

internal static class SheetsServices
{
    public static IServiceCollection AddSheets(this IServiceCollection services)
    {
        services.AddScoped<OrderSheets>();
        services.AddScoped<OrderPages>();
        services.AddScoped<MemberPages>();
        return services;
    }
}

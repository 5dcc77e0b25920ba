using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Trends;

internal static class TrendsServices
{
    public static IServiceCollection AddTrends(this IServiceCollection services)
    {
        services.AddScoped<IMoneyTrends, MoneyTrends>();
        return services;
    }
}

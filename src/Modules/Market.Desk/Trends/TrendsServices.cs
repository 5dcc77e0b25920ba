using Microsoft.Extensions.DependencyInjection;

namespace Market.Desk.Trends;

internal static class TrendsServices
{
    public static IServiceCollection AddTrends(this IServiceCollection services)
    {
        services.AddScoped<TrendBook>();
        return services;
    }
}

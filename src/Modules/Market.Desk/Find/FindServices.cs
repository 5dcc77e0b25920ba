using Microsoft.Extensions.DependencyInjection;

namespace Market.Desk.Find;

internal static class FindServices
{
    public static IServiceCollection AddFind(this IServiceCollection services)
    {
        services.AddScoped<FindDesk>();
        services.AddScoped<PageFinder>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Counter.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddScoped<IDeskMatters, CollectionMatters>();
        services.AddScoped<IDeskWays, CounterWays>();
        services.AddScoped<IFinder, ReceiptFinder>();
        services.AddScoped<IAlertSource, DrawerAlerts>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Stripe.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddScoped<IDeskMatters, OnlineMatters>();
        services.AddScoped<IFinder, OnlineFinder>();
        services.AddScoped<IAlertSource, HeldPaymentAlerts>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Stripe.Payouts;

internal static class PayoutsServices
{
    public static IServiceCollection AddPayouts(this IServiceCollection services)
    {
        services.AddScoped<PayoutStore>();
        services.AddScoped<PayoutReader>();
        services.AddScoped<PayoutBooks>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Stripe.Refunds;

internal static class RefundsServices
{
    public static IServiceCollection AddRefunds(this IServiceCollection services)
    {
        services.AddScoped<CardRefunds>();
        return services;
    }
}

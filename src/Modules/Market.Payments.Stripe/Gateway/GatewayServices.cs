using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Configuration;

namespace Market.Payments.Stripe.Gateway;

internal static class GatewayServices
{
    public static IServiceCollection AddGateway(this IServiceCollection services, IShellConfiguration configuration)
    {
        services.Configure<StripeOptions>(configuration.GetSection(StripeOptions.Section));
        services.AddHttpClient(StripeGateway.ClientName);
        services.AddScoped<StripeKeyReader>();
        services.AddScoped<StripeGateway>();
        services.AddScoped<SiteMark>();
        services.AddScoped<ConnectionCheck>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.AuditTrail.Services.Models;

namespace Market.Payments.Stripe.Producers;

internal static class ProducersServices
{
    public static IServiceCollection AddProducers(this IServiceCollection services)
    {
        services.AddScoped<ProducerTermsStore>();
        services.AddScoped<ProducerAccountCheck>();
        services.AddTransient<IConfigureOptions<AuditTrailOptions>, ProducersEvents>();
        return services;
    }
}

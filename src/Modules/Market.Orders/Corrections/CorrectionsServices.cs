using Microsoft.Extensions.DependencyInjection;

namespace Market.Orders.Corrections;

internal static class CorrectionsServices
{
    public static IServiceCollection AddCorrections(this IServiceCollection services)
    {
        services.AddScoped<ScaleSentences>();
        services.AddScoped<CorrectionRules>();
        services.AddScoped<CorrectionDesk>();
        return services;
    }
}

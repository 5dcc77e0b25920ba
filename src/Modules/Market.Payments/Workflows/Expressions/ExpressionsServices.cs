using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Workflows.Expressions;

internal static class ExpressionsServices
{
    public static IServiceCollection AddExpressions(this IServiceCollection services)
    {
        services.AddScoped<ActivityExpressions>();
        services.AddScoped<ExpressionFaults>();
        return services;
    }
}

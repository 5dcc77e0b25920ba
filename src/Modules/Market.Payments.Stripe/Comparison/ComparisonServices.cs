using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Stripe.Comparison;

internal static class ComparisonServices
{
    public static IServiceCollection AddComparison(this IServiceCollection services)
    {
        services.AddScoped<StripeSweep>();
        services.AddSingleton<IBackgroundTask, SweepTask>();
        return services;
    }
}

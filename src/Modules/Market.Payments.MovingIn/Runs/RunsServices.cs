using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.MovingIn.Runs;

internal static class RunsServices
{
    public static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddScoped<RunStore>();
        services.AddScoped<RunReversal>();
        return services;
    }
}

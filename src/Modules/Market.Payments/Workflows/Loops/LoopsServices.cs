using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Helpers;

namespace Market.Payments.Workflows.Loops;

internal static class LoopsServices
{
    public static IServiceCollection AddAccountLoops(this IServiceCollection services)
    {
        services.AddScoped<IAccountLoops, AccountLoops>();
        services.AddActivity<ForEachAccountTask, ForEachAccountTaskDisplayDriver>();
        return services;
    }
}

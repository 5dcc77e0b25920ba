using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Recipes;

namespace Market.Payments.Recipes;

internal static class RecipesServices
{
    public static IServiceCollection AddRecipeSteps(this IServiceCollection services)
    {
        services.AddRecipeExecutionStep<MarketSettingsStep>();
        services.AddRecipeExecutionStep<SettingsStepGuard>();
        services.AddRecipeExecutionStep<MarketClientAccountsStep>();
        return services;
    }
}

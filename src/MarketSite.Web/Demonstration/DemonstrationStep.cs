using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace MarketSite.Web.Demonstration;

/// <summary>The recipe's step <c>demonstration-market</c>: fills a site that was started as a demonstration, and leaves any other empty.</summary>
public sealed class DemonstrationStep(Logins logins, DemonstrationMarket market) : NamedRecipeStepHandler("demonstration-market")
{
    protected override Task HandleAsync(RecipeExecutionContext context) =>
        logins.DemonstrationPassword is { } password ? market.FillAsync(password) : Task.CompletedTask;
}

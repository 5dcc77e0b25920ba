using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;

namespace MarketSite.Web.Demonstration;

/// <summary>The recipe's step <c>demonstration-market</c>: fills a site that was started as a demonstration, and leaves any other empty.</summary>
public sealed class DemonstrationStep(Logins logins, DemonstrationMarket market, ISiteService siteService, IHttpContextAccessor http) : NamedRecipeStepHandler("demonstration-market")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        if (logins.DemonstrationPassword is { } password)
        {
            await KeepAddressAsync();
            await market.FillAsync(password);
        }
    }

    // Mails link to the site. A demonstration is where it was first asked for; a market says its own address in Settings → General.
    private async Task KeepAddressAsync()
    {
        if (http.HttpContext?.Request is { Host.HasValue: true } request)
        {
            var site = await siteService.LoadSiteSettingsAsync();
            site.BaseUrl = $"{request.Scheme}://{request.Host}{request.PathBase}";
            await siteService.UpdateSiteSettingsAsync(site);
        }
    }
}

using Market.Payments;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;

namespace MarketSite.Web.Demonstration;

/// <summary>The recipe's step <c>demonstration-market</c>: fills a site that was started as a demonstration, and leaves any other empty.</summary>
public sealed class DemonstrationStep(Logins logins, DemonstrationMarket market) : NamedRecipeStepHandler("demonstration-market")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        if (logins.DemonstrationPassword is { } password)
        {
            // Committed before the season, whose postings run in scopes of their own.
            await ShellScope.UsingChildScopeAsync(scope => SettleAsync(scope.ServiceProvider));
            await market.FillAsync(password);
        }
    }

    private static async Task SettleAsync(IServiceProvider services)
    {
        await KeepAddressAsync(services.GetRequiredService<ISiteService>(), services.GetRequiredService<IHttpContextAccessor>());
        var reading = await services.GetServices<IMarketSettings>().Single(part => part.Name == "Payments").ReadAsync(DemonstrationDetails.Payments());
        if (reading.Faults.Count > 0)
        {
            throw new InvalidOperationException($"The demonstration's settings are not those of a market: {string.Join(' ', reading.Faults)}");
        }

        await reading.SaveAsync();
    }

    // Mails link to the site. A demonstration is where it was first asked for; a market says its own address in Settings → General.
    private static async Task KeepAddressAsync(ISiteService siteService, IHttpContextAccessor http)
    {
        if (http.HttpContext?.Request is { Host.HasValue: true } request)
        {
            var site = await siteService.LoadSiteSettingsAsync();
            site.BaseUrl = $"{request.Scheme}://{request.Host}{request.PathBase}";
            await siteService.UpdateSiteSettingsAsync(site);
        }
    }
}

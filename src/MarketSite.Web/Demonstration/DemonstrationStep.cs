using Market.Payments;
using MarketSite.Web.Demonstration.Past;
using OrchardCore.BackgroundJobs;
using OrchardCore.Entities;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;
using OrchardCore.Users.Models;

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
            var (people, goods) = await market.FillAsync(password);
            if (logins.PastDistributions is > 0 and var distributions)
            {
                // Nobody who waits for the first page waits for what was long before.
                await HttpBackgroundJob.ExecuteAfterEndOfRequestAsync(
                    "demonstration-past",
                    scope => scope.ServiceProvider.GetRequiredService<PastMarket>().PlayAsync(people, goods, distributions, password));
            }
        }
    }

    private static async Task SettleAsync(IServiceProvider services)
    {
        if (services.GetService<PublicAddress>() is null)
        {
            await KeepAddressAsync(services.GetRequiredService<ISiteService>(), services.GetRequiredService<IHttpContextAccessor>());
        }

        await AdmitAtOnceAsync(services.GetRequiredService<ISiteService>());
        var reading = await services.GetServices<IMarketSettings>().Single(part => part.Name == "Payments").ReadAsync(DemonstrationDetails.Payments());
        if (reading.Faults.Count > 0)
        {
            throw new InvalidOperationException($"The demonstration's settings are not those of a market: {string.Join(' ', reading.Faults)}");
        }

        await reading.SaveAsync();
    }

    // Nobody reads the mails of a demonstration.
    private static async Task AdmitAtOnceAsync(ISiteService siteService)
    {
        var site = await siteService.LoadSiteSettingsAsync();
        site.Put(new RegistrationSettings { UseSiteTheme = true });
        await siteService.UpdateSiteSettingsAsync(site);
    }

    // Mails link to the site. In Development it is where it was first asked for; elsewhere the site is told.
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

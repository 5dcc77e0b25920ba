using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Settings;

namespace Market.Payments.Watch;

/// <summary>
/// Stands before Orchard's own service, which every page, recipe step and deployment plan changes the site's settings by, so that none of
/// them goes past the audit trail.
/// </summary>
public sealed class SettingsWatch(ISiteService inner) : ISiteService
{
    public Task<ISite> GetSiteSettingsAsync() => inner.GetSiteSettingsAsync();

    public async Task<ISite> LoadSiteSettingsAsync()
    {
        var site = await inner.LoadSiteSettingsAsync();
        Trail?.Remember(site);
        return site;
    }

    public async Task UpdateSiteSettingsAsync(ISite site)
    {
        var trail = Trail;
        trail?.Remember(await inner.GetSiteSettingsAsync());
        await inner.UpdateSiteSettingsAsync(site);
        if (trail is not null)
        {
            await trail.RecordAsync(site);
        }
    }

    private static SettingsTrail? Trail => ShellScope.Services?.GetService<SettingsTrail>();
}

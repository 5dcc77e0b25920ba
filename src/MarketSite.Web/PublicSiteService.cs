using OrchardCore.Settings;

namespace MarketSite.Web;

/// <summary>The site's settings, with the public address as their base URL whatever a page, a recipe or an earlier version put there.</summary>
internal sealed class PublicSiteService(ISiteService inner, PublicAddress address) : ISiteService
{
    public async Task<ISite> LoadSiteSettingsAsync() => AtItsAddress(await inner.LoadSiteSettingsAsync());

    public async Task<ISite> GetSiteSettingsAsync() => AtItsAddress(await inner.GetSiteSettingsAsync());

    public Task UpdateSiteSettingsAsync(ISite site) => inner.UpdateSiteSettingsAsync(AtItsAddress(site));

    private ISite AtItsAddress(ISite site)
    {
        site.BaseUrl = address.Text;
        return site;
    }
}

using Microsoft.AspNetCore.Http;
using OrchardCore.Settings;

namespace Market.Payments.Paying;

public sealed class SiteAddress(ISiteService siteService, IHttpContextAccessor http) : ISiteAddress
{
    public async Task<string?> GetAsync()
    {
        var site = await siteService.GetSiteSettingsAsync();
        if (!string.IsNullOrWhiteSpace(site.BaseUrl))
        {
            return site.BaseUrl.TrimEnd('/');
        }

        // A request made up in the background has no visitor, and its host is not the site's.
        return http.HttpContext is { Connection.RemoteIpAddress: not null, Request: var request }
            ? $"{request.Scheme}://{request.Host}{request.PathBase}"
            : null;
    }
}

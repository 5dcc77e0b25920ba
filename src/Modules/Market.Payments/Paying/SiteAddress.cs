using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using OrchardCore.Settings;

namespace Market.Payments.Paying;

public sealed class SiteAddress(ISiteService siteService, IHttpContextAccessor http, IHostEnvironment environment) : ISiteAddress
{
    public async Task<string?> GetAsync()
    {
        var site = await siteService.GetSiteSettingsAsync();
        if (!string.IsNullOrWhiteSpace(site.BaseUrl))
        {
            return site.BaseUrl.TrimEnd('/');
        }

        // A Host header is the asker's word, and somebody else may follow the link. A request made up in the background has no asker.
        return environment.IsDevelopment() && http.HttpContext is { Connection.RemoteIpAddress: not null, Request: var request }
            ? $"{request.Scheme}://{request.Host}{request.PathBase}"
            : null;
    }
}

using System.Net;

namespace MarketSite.TestHost;

/// <summary>
/// What stands before a real site: it is asked at the public address by HTTPS, and hands the request on to the site by HTTP, with who asked
/// and how. Cookies are kept as a browser keeps them, by the public address.
/// </summary>
public sealed class Proxy(Uri site, CookieContainer cookies) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        request.RequestUri = new Uri(site, asked.PathAndQuery);
        request.Headers.Host = asked.Authority;
        request.Headers.Add("X-Forwarded-Proto", asked.Scheme);
        if (cookies.GetCookieHeader(asked) is { Length: > 0 } kept)
        {
            request.Headers.Add("Cookie", kept);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                cookies.SetCookies(asked, cookie);
            }
        }

        return response;
    }
}

using Microsoft.Net.Http.Headers;
using OrchardCore.Environment.Shell;

namespace MarketSite.Web;

/// <summary>
/// What a browser may do with the site's pages. The public ones run the site's own scripts and styles and nothing else; Orchard's admin has
/// scripts and styles in its pages and compiles templates, so it may do that too, and only from this site.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IRunningShellTable shells, IConfiguration configuration)
{
    /// <summary>Where Stripe's pages are, beside its own host: a form that pays leads there.</summary>
    public const string CheckoutVariable = "MARKET_CHECKOUT_HOSTS";

    private const string Everywhere = "default-src 'self'; object-src 'none'; base-uri 'self'; img-src 'self' data:; font-src 'self' data:";

    private const string ForAdmin = Everywhere + "; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; form-action 'self'; frame-ancestors 'self'";

    private readonly string _forPublic =
        $"{Everywhere}; script-src 'self'; style-src 'self'; frame-src 'none'; form-action 'self' https://checkout.stripe.com {configuration[CheckoutVariable]?.Replace(',', ' ')}".TrimEnd()
        + "; frame-ancestors 'none'";

    private readonly PathString _admin = "/" + (configuration["OrchardCore:OrchardCore_Admin:AdminUrlPrefix"] ?? "Admin").Trim('/');

    public Task InvokeAsync(HttpContext context)
    {
        // By the address that was asked: an error's page is another one, under the same.
        var tenant = shells.Match(context.Request.Host, context.Request.Path, fallbackToDefault: true);

        // Orchard's page that sets a site up is made like its admin.
        var isAdmin = (tenant is not null && !tenant.IsRunning()) || IsUnder(_admin, tenant, context);

        // Codes are scanned there, and nowhere else.
        var isCounter = IsUnder(_admin.Add("/counter"), tenant, context);
        context.Response.OnStarting(() =>
        {
            Set(context.Response.Headers, isAdmin, isCounter);
            return Task.CompletedTask;
        });
        return next(context);
    }

    // What the market has set itself in Settings → Security stays.
    private void Set(IHeaderDictionary headers, bool isAdmin, bool isCounter)
    {
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, isAdmin ? ForAdmin : _forPublic);
        headers.XFrameOptions = isAdmin ? "SAMEORIGIN" : "DENY";
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Permissions-Policy", isCounter ? "camera=(self), geolocation=(), microphone=()" : "camera=(), geolocation=(), microphone=()");
    }

    private static bool IsUnder(PathString path, ShellSettings? tenant, HttpContext context) =>
        context.Request.Path.StartsWithSegments(tenant?.RequestUrlPrefix is { Length: > 0 } prefix ? new PathString("/" + prefix).Add(path) : path);
}

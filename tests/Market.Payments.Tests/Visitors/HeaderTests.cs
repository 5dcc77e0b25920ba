using System.Net;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Visitors;

/// <summary>What each answer tells the browser, and what it tells those who ask after the site's health.</summary>
[Collection(SqliteSite.Name)]
public sealed class HeaderTests(SqliteSite fixture) : Scenario(fixture)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/Login")]
    [InlineData("/Register")]
    [InlineData("/no-such-page")]
    [InlineData("/my-account/Admin")]
    [InlineData("/MarketTheme/market.js")]
    public async Task Public_answers_allow_the_sites_own_scripts_and_no_frame(string path)
    {
        using var visitor = new HttpClient { BaseAddress = Site.Address };
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        var policy = One(answer, "Content-Security-Policy");
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' https://checkout.stripe.com;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", One(answer, "Referrer-Policy"));
        Assert.Equal("DENY", One(answer, "X-Frame-Options"));
    }

    [Fact]
    public async Task The_admin_may_run_what_its_pages_hold_and_is_framed_by_itself_only()
    {
        using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Site.Address };
        using var answer = await visitor.GetAsync(new Uri("/admin/payments/balances", UriKind.Relative), TestContext.Current.CancellationToken);

        var policy = One(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Login", "camera=()")]
    [InlineData("/Admin/payments/balances", "camera=()")]
    [InlineData("/Admin/counters", "camera=()")]
    [InlineData("/Admin/counter/page", "camera=(self)")]
    public async Task The_camera_is_for_the_counter_alone(string path, string camera)
    {
        using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Site.Address };
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.StartsWith(camera + ",", One(answer, "Permissions-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_https_cookies_are_for_https_and_the_browser_keeps_to_it()
    {
        await using var site = await Fixture.StartAsync(new SiteOptions
        {
            Environment = "Production",
            Variables = new Dictionary<string, string?> { ["MARKET_DEMO_PASSWORD"] = SiteOptions.DevelopmentPassword },
        });
        using var member = await site.SignInAsync("member");
        var cookies = member.Cookies.GetAllCookies();

        Assert.True(cookies.Count >= 2);
        Assert.All(cookies, cookie => Assert.True(cookie.Secure, cookie.Name));
        using var visitor = new HttpClient(new Proxy(site.Address, new CookieContainer())) { BaseAddress = new Uri(SiteOptions.PublicAddress) };
        using var answer = await visitor.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("max-age=31536000", One(answer, "Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_page_of_an_error_answers_with_the_errors_status()
    {
        using var member = await Site.SignInAsync("member");

        var forbidden = await member.GetAsync("/Admin/payments/balances");

        Assert.Equal((HttpStatusCode.Forbidden, "This page is not open to you"), (forbidden.Status, forbidden.TextOf("main h1")));
        var missing = await member.GetAsync("/Error/404");
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.Equal((await member.GetAsync("/no-such-page")).TextOf("main h1"), missing.TextOf("main h1"));
    }

    [Fact]
    public async Task Whether_the_books_hold_is_told_to_who_may_verify_them_and_life_to_everybody()
    {
        using var visitor = Site.NewClient();
        Assert.Equal(("Healthy", HttpStatusCode.OK), await AskAsync(visitor, "/health/live"));
        Assert.Equal("/Login", (await visitor.AskAsync("/health/books")).Redirect?.AbsolutePath);
        using var member = await Site.SignInAsync("member");
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync("/health/books")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Fixture.CoordinatorAsync()).GetAsync("/health/books")).Status);
        Assert.Equal(("Healthy", HttpStatusCode.OK), await AskAsync(await Fixture.AdminAsync(), "/health/books"));
    }

    private static async Task<(string, HttpStatusCode)> AskAsync(SiteClient browser, string path)
    {
        var answer = await browser.AskAsync(path);
        return (answer.Html, answer.Status);
    }

    private static string One(HttpResponseMessage answer, string header) => Assert.Single(answer.Headers.GetValues(header));
}

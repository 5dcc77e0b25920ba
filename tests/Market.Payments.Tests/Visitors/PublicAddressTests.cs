using System.Net;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Visitors;

/// <summary>A real market is reached at the address it was told, and its links lead there whatever a visitor's Host header says.</summary>
[Collection(SqliteSite.Name)]
public sealed class PublicAddressTests(SqliteSite fixture) : Scenario(fixture)
{
    private const string Password = "Another-Day-2?";

    private static readonly SiteOptions Production = new()
    {
        Environment = "Production",
        Variables = new Dictionary<string, string?>
        {
            ["MARKET_DEMO_PASSWORD"] = Password,
            ["OrchardCore__OrchardCore_Email_Smtp__DefaultSender"] = "market@market.test",
            ["OrchardCore__OrchardCore_Email_Smtp__DeliveryMethod"] = "SpecifiedPickupDirectory",
        },
    };

    [Theory]
    [InlineData(null)]
    [InlineData("http://market.test")]
    [InlineData("https://market.test/here")]
    [InlineData("market.test")]
    public async Task Without_an_address_it_does_not_start_and_says_what_to_set(string? given)
    {
        var end = await SiteProcess.RunToEndAsync(Production with { Variables = new Dictionary<string, string?>(Production.Variables) { ["MARKET_PUBLIC_ADDRESS"] = given } });

        Assert.NotEqual(0, end.Code);
        Assert.Contains("Set MARKET_PUBLIC_ADDRESS to its address, like https://market.example.org", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_is_refused_and_no_mail_leads_there()
    {
        await using var site = await Fixture.StartAsync(Production with { IsVisited = false });
        using var foreign = new SiteClient(new Uri("https://attacker.test"), "en", site.Address);
        Assert.Equal(HttpStatusCode.BadRequest, (await foreign.AskAsync("/")).Status);
        using var visitor = site.NewClient();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).Status);

        var form = (await visitor.GetAsync("/ForgotPassword")).Form("form:has([name='ForgotPasswordForm.UsernameOrEmail'])").With("ForgotPasswordForm.UsernameOrEmail", "member");
        Assert.Equal(HttpStatusCode.BadRequest, (await foreign.SendAsync(form.To(new Uri(foreign.Address, form.Action.AbsolutePath)))).Status);
        await visitor.SubmitAsync(form);

        // Beside those that confirm the demonstration's orders.
        var mails = new Mailbox(site.DataFolder).Read().Select(mail => string.Join('\n', [.. mail.Headers.Select(header => header.Value), mail.TextBody, mail.HtmlBody])).ToList();
        Assert.Single(mails, text => text.Contains("<a href=\"https://market.test/ResetPassword?userId=", StringComparison.Ordinal));
        Assert.All(mails, text => Assert.DoesNotContain("attacker", text, StringComparison.Ordinal));
        Assert.All(mails, text => Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_base_url_is_the_public_address_whoever_sets_another()
    {
        await using var site = await Fixture.StartAsync(Production);
        using var admin = await site.SignInAsync("admin", password: Password);
        var form = (await admin.GetAsync("/Admin/Settings/general")).Form("form:has([name$='.BaseUrl'])");
        var name = form.Fields.Single(field => field.Key.EndsWith(".BaseUrl", StringComparison.Ordinal)).Key;

        await admin.SubmitAsync(form.With(name, "https://attacker.test"));

        Assert.Equal("https://market.test", (await admin.GetAsync("/Admin/Settings/general")).Form("form:has([name$='.BaseUrl'])")[name]);
        Assert.DoesNotContain("base URL", (await admin.GetAsync("/Admin/payments/to-set")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_https_a_visitor_is_sent_there_and_a_machine_may_ask_for_life_at_any_address()
    {
        await using var site = await Fixture.StartAsync(Production with { IsVisited = false });
        using var machine = new SiteClient(site.Address, "en");
        var life = await machine.AskAsync("/health/live");
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (life.Status, life.Html));
        Assert.Equal(HttpStatusCode.BadRequest, (await machine.AskAsync("/")).Status);

        using var plain = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        plain.DefaultRequestHeaders.Host = "market.test";
        using var answer = await plain.GetAsync(new Uri("/order?a=b", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(new Uri("https://market.test/order?a=b"), answer.Headers.Location);
    }

    [Fact]
    public async Task A_proxy_that_is_not_trusted_is_told_and_not_sent_in_circles()
    {
        await using var site = await Fixture.StartAsync(Production with { IsVisited = false, Variables = new Dictionary<string, string?>(Production.Variables) { ["MARKET_TRUSTED_PROXIES"] = "10.9.8.7" } });
        using var visitor = site.NewClient();

        var answer = await visitor.AskAsync("/");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(site.Output, line => line.Contains("127.0.0.1", StringComparison.Ordinal) && line.Contains("MARKET_TRUSTED_PROXIES", StringComparison.Ordinal));
        Assert.Equal(1, (await SiteProcess.RunToEndAsync(Production with { Variables = new Dictionary<string, string?>(Production.Variables) { ["MARKET_TRUSTED_PROXIES"] = "a proxy" } })).Code);
    }
}

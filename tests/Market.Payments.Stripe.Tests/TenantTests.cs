using System.Net;
using Market.Payments.Stripe.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests;

/// <summary>Two markets on one server: each has its own keys and its own webhook address.</summary>
[Collection(StripeSite.Name)]
public sealed class TenantTests(StripeSite fixture) : StripeScenario(fixture)
{
    private const string NorthKey = "rk_test_51TheKeyOfTheNorth";

    private const string NorthSecret = "whsec_TheWebhookSecretOfTheNorth";

    [Fact]
    public async Task Two_markets_on_one_server_have_nothing_of_Stripe_in_common()
    {
        await using var stripe = await FakeStripe.StartAsync();
        await using var site = await StartAsync(stripe);
        using var http = new HttpClient { BaseAddress = site.Address };
        using var southAdmin = await SignInAsync(site, "admin", string.Empty);
        using var northAdmin = await SignInAsync(site, "admin", "/north");
        using var southMember = await SignInAsync(site, "member", string.Empty);
        using var northMember = await SignInAsync(site, "member", "/north");

        // What is set in the south is not set in the north.
        await SetKeysAsync(southAdmin, await FormAsync(southAdmin, string.Empty), FakeStripe.SecretKey, StripeFixture.WebhookSecret);
        Assert.NotNull((await southMember.GetAsync("/my-account")).Document.QuerySelector("#pay-by-card"));
        Assert.Null((await northMember.GetAsync("/north/my-account")).Document.QuerySelector("#pay-by-card"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostEventAsync(http, "{}", path: "/north/stripe/webhook"));
        await SetKeysAsync(northAdmin, await FormAsync(northAdmin, "/north"), NorthKey, NorthSecret);

        // Each shows the address that leads to it, and takes what its own secret signs.
        Assert.Contains(new Uri(site.Address, "/stripe/webhook").ToString(), (await southAdmin.GetAsync("/Admin/payments/settings")).Text, StringComparison.Ordinal);
        Assert.Contains(new Uri(site.Address, "/north/stripe/webhook").ToString(), (await northAdmin.GetAsync("/north/Admin/payments/settings")).Text, StringComparison.Ordinal);

        var (southBefore, northBefore) = (await BalanceAsync(southMember, string.Empty), await BalanceAsync(northMember, "/north"));

        // From here on Stripe knows the key of the north, and no other.
        stripe.Key = NorthKey;
        var form = (await northMember.GetAsync("/north/my-account")).FormTo("/north/pay/card");
        var answer = await northMember.SendAsync(form.With("Pay", "amount").With("Amount", "20"));
        Assert.True(answer.Redirect is not null, answer.Text);
        var session = stripe.Pay(answer.Redirect!.Segments[^1]);
        Assert.StartsWith("/north/pay/card/return/", new Uri((string)session["success_url"]!).AbsolutePath, StringComparison.Ordinal);
        var said = Event("checkout.session.completed", session).ToJsonString();
        Assert.Equal(HttpStatusCode.BadRequest, await PostEventAsync(http, said, StripeFixture.WebhookSecret, path: "/north/stripe/webhook"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostEventAsync(http, said, NorthSecret));

        // Even one that reaches the wrong market with its signature, as where both use one Stripe account, is not that market's.
        Assert.Equal(HttpStatusCode.OK, await PostEventAsync(http, said));
        await EventuallyAsync(async () => (await southAdmin.GetAsync("/Admin/payments/online?tab=Ignored")).Document.QuerySelectorAll("[data-event]").Length, 1);
        Assert.Equal(northBefore, await BalanceAsync(northMember, "/north"));

        Assert.Equal(HttpStatusCode.OK, await PostEventAsync(http, said, NorthSecret, path: "/north/stripe/webhook"));
        await EventuallyAsync(() => BalanceAsync(northMember, "/north"), northBefore + 2000);
        Assert.Equal(southBefore, await BalanceAsync(southMember, string.Empty));
        Assert.Contains("No payment was asked for yet.", (await southAdmin.GetAsync("/Admin/payments/online")).Text, StringComparison.Ordinal);
    }

    private static Task<SiteProcess> StartAsync(FakeStripe stripe)
    {
        const string North = "OrchardCore__OrchardCore_AutoSetup__Tenants__1__";
        return SiteProcess.StartAsync(new SiteOptions
        {
            Variables = new Dictionary<string, string?>
            {
                [North + "ShellName"] = "North",
                [North + "RequestUrlPrefix"] = "north",
                [North + "SiteName"] = "Marché du Nord",
                [North + "SiteTimeZone"] = "Europe/Paris",
                [North + "AdminUsername"] = "admin",
                [North + "AdminEmail"] = "admin@example.org",
                [North + "AdminPassword"] = SiteOptions.DevelopmentPassword,
                [North + "DatabaseProvider"] = "Sqlite",
                [North + "RecipeName"] = "Market",
                ["OrchardCore__Market_Payments_Stripe__ApiBase"] = stripe.Address.ToString().TrimEnd('/'),
                ["OrchardCore__Market_Payments_Stripe__ComparesByItself"] = "false",
                ["OrchardCore__Market_Payments_Stripe__IsTraining"] = "true",
            },
        });
    }

    // The first request to a market sets it up.
    private static async Task<SiteClient> SignInAsync(SiteProcess site, string user, string market)
    {
        var client = site.NewClient();
        await client.GetAsync(market + "/");
        var page = await client.GetAsync(market + "/Login");
        var answer = await client.SendAsync(page.Form("form:has(input[name='LoginForm.Password'])").With("LoginForm.UserName", user).With("LoginForm.Password", SiteOptions.DevelopmentPassword));
        Assert.True(answer.Redirect is not null, answer.Text);
        return client;
    }

    private static async Task<SiteForm> FormAsync(SiteClient admin, string market) =>
        (await admin.GetAsync(market + "/Admin/payments/settings")).Form("form:has([name$='CurrencyCode'])");

    private static async Task<long> BalanceAsync(SiteClient member, string market) => BalanceOn(await member.GetAsync(market + "/my-account"));
}

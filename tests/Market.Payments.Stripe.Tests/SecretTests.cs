using System.IO.Compression;
using System.Text;
using Market.Payments.Stripe.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests;

/// <summary>Keys go in and never come out, and what is wrong with them is said.</summary>
[Collection(StripeSite.Name)]
public sealed class SecretTests(StripeSite fixture) : StripeScenario(fixture)
{
    private static readonly string[] Secrets = [FakeStripe.SecretKey, StripeFixture.WebhookSecret];

    [Fact]
    public async Task Keys_are_in_no_log_page_export_deployment_plan_audit_record_or_file()
    {
        using var paid = await PaidAsync();
        await RefundAsync(paid.PaymentId, "5");
        var stripe = await StripeAsync();
        var admin = await Fixture.AdminAsync();
        stripe.RefusesKey = true;
        var refused = await CheckAsync(admin);
        stripe.RefusesKey = false;

        var places = new Dictionary<string, string> { ["connection"] = refused.Html, ["log"] = string.Join('\n', Site.Output) };
        foreach (var path in new[]
        {
            "/Admin/payments/settings", "/Admin/payments/online", "/Admin/payments/online?tab=Applied", "/Admin/payments/online/" + paid.PaymentId,
            "/Admin/payments/stripe/connection", "/Admin/AuditTrail", "/Admin/payments/accounts/" + paid.Member.AccountId,
            $"/Admin/payments/journals/file?From={MarketCalendar.Today.Year}-01-01&To={MarketCalendar.Today.Year}-12-31&Format=Csv", $"/Admin/payments/journals/file?From={MarketCalendar.Today.Year}-01-01&To={MarketCalendar.Today.Year}-12-31&Format=Hledger",
        })
        {
            places[path] = (await admin.GetAsync(path)).Html;
        }

        places["my account"] = (await paid.Member.Browser.GetAsync("/my-account")).Html;
        places["deployment"] = await DeployAsync(admin);
        foreach (var file in Directory.EnumerateFiles(Site.DataFolder, "*", SearchOption.AllDirectories))
        {
            try
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var reader = new StreamReader(stream, Encoding.Latin1);
                places[Path.GetRelativePath(Site.DataFolder, file)] = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                // The site runs: a journal of its database comes and goes, and so do its temporary files.
            }
        }

        Assert.Contains(places.Keys, place => place.EndsWith(".db", StringComparison.Ordinal));
        Assert.Contains("Settings", places["deployment"], StringComparison.Ordinal);
        Assert.Empty(from place in places from secret in Secrets where place.Value.Contains(secret[8..], StringComparison.Ordinal) select $"{secret} in {place.Key}");
    }

    [Fact]
    public async Task A_field_left_empty_keeps_the_key()
    {
        await StripeAsync();
        var admin = await Fixture.AdminAsync();

        var form = await SettingsFormAsync(admin);
        Assert.Equal(string.Empty, form[Setting(form, "SecretKey")]);
        await admin.SubmitAsync(form);

        Assert.Equal("The connection works.", (await CheckAsync(admin, isHooked: true)).TextOf("#connection"));
    }

    [Theory]
    [InlineData("PublishableKey", "pk_live_51Another", "One of the two keys is for tests, the other for real money.")]
    [InlineData("PublishableKey", "sk_test_51Another", "A publishable key begins with")]
    [InlineData("SecretKey", "pk_test_51Another", "A secret key begins with")]
    [InlineData("WebhookSecret", "sk_test_51Another", "begins with whsec_")]
    [InlineData("StatementDescriptor", "abcd", "5 to 22 plain characters")]
    [InlineData("StatementDescriptor", "12345678", "5 to 22 plain characters")]
    [InlineData("StatementDescriptor", "MARCHE * TILLEULS", "5 to 22 plain characters")]
    [InlineData("StatementDescriptor", "MARCHÉ TILLEULS", "5 to 22 plain characters")]
    [InlineData("FeePercent", "11", "A percentage from 0 to 10")]
    [InlineData("Minimum", "abc", "This is not an amount.")]
    [InlineData("SoftCap", "-1", "Enter the amount without a minus sign.")]
    public async Task A_setting_that_makes_no_sense_is_refused_at_its_field(string field, string value, string sentence)
    {
        await StripeAsync();
        var admin = await Fixture.AdminAsync();
        var form = await SettingsFormAsync(admin);

        var answer = await admin.SubmitAsync(form.With(Setting(form, field), value));

        Assert.Contains(sentence, answer.ErrorAt(Setting(form, field)), StringComparison.Ordinal);
        Assert.DoesNotContain(value.Length > 6 && field != "PublishableKey" && field != "StatementDescriptor" ? value : "\0", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_connection_check_says_what_is_wrong()
    {
        var stripe = await StripeAsync();
        var admin = await Fixture.AdminAsync();

        Assert.Contains("No webhook at Stripe leads to", (await CheckAsync(admin)).TextOf("#connection"), StringComparison.Ordinal);
        stripe.RefusesKey = true;
        Assert.Contains("Stripe does not know the secret key.", (await CheckAsync(admin)).TextOf("#connection"), StringComparison.Ordinal);
        stripe.RefusesKey = false;
        stripe.Fail("GET /v1/checkout/sessions", [.. Enumerable.Repeat(FakeFault.SilentAfterActing, 3)]);
        Assert.Contains("Stripe could not be reached", (await CheckAsync(admin)).TextOf("#connection"), StringComparison.Ordinal);
        stripe.Fail("POST /v1/refunds", FakeFault.Forbidden);
        Assert.Contains("The key may not write: refunds.", (await CheckAsync(admin)).TextOf("#connection"), StringComparison.Ordinal);
    }

    private async Task<SitePage> CheckAsync(SiteClient admin, bool isHooked = false)
    {
        var stripe = await StripeAsync();
        if (isHooked)
        {
            stripe.Hook(new Uri(Site.Address, "/stripe/webhook").ToString());
        }

        var answer = await admin.SubmitAsync((await admin.GetAsync("/Admin/payments/stripe/connection")).FormTo("/Admin/payments/stripe/connection"));
        stripe.Unhook();
        return answer;
    }

    // A plan with every step there is, as an administrator makes and exports it.
    private async Task<string> DeployAsync(SiteClient admin)
    {
        await admin.SubmitAsync((await admin.GetAsync("/Admin/DeploymentPlan/Create")).Form("form:has([name='Name'])").With("Name", NewName("plan")));
        var plans = await admin.GetAsync("/Admin/DeploymentPlan/Index");
        var plan = plans.Document.QuerySelectorAll("a[href*='/DeploymentPlan/Display/']").Select(link => link.GetAttribute("href")!.Split('/')[^1]).First();
        var page = await admin.GetAsync("/Admin/DeploymentPlan/Display/" + plan);


        // Those that delete something export nothing, and Orchard logs a fault where nothing is named.
        var steps = page.Document.QuerySelectorAll("a[href*='/Step/Create?type=']:not([href*='type=Delete'])").Select(link => link.GetAttribute("href")!).Distinct().ToList();
        Assert.NotEmpty(steps);
        foreach (var step in steps)
        {
            await admin.SubmitAsync((await admin.GetAsync(step)).Form("form:has([name='DeploymentStepType'])"));
        }

        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = admin.Cookies, UseProxy = false }) { BaseAddress = Site.Address, Timeout = TimeSpan.FromMinutes(5) };
        var bare = await admin.BareFormAsync("/Admin/DeploymentPlan/ExportFile/Execute/" + plan, "/Admin/DeploymentPlan/Create");
        using var answer = await http.PostAsync(bare.Action, new FormUrlEncodedContent(bare.Fields));
        answer.EnsureSuccessStatusCode();
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}

using System.Net;
using Market.Payments.Tests.Fixtures;
using Market.Payments.Tests.Visitors;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>A market set up from nothing.</summary>
public abstract class SetUpTests(SiteFixture fixture) : Scenario(fixture)
{
    private const string Password = "Another-Day-2?";

    private static readonly SiteOptions Production = new() { Environment = "Production" };

    private static readonly SiteOptions Real = Production with
    {
        Variables = new Dictionary<string, string?> { ["MARKET_ADMIN_PASSWORD"] = Password, ["MARKET_ADMIN_EMAIL"] = "anna@market.test" },
    };

    [Fact]
    public async Task The_home_page_shows_the_market_and_its_producers()
    {
        using var visitor = Site.NewClient();

        var home = await visitor.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Equal("Marché des Tilleuls", home.TextOf("main h1"));
        Assert.Superset(new HashSet<string> { "Ferme des Trois Chênes", "Fournil de la Combe", "Chèvrerie du Vallon" }, home.TextsOf(".producers h3").ToHashSet());
    }

    [Theory]
    [InlineData("admin", "/Admin/payments/settings")]
    [InlineData("coordinator", "/Admin/payments/balances")]
    [InlineData("member", "/my-account")]
    public async Task The_demonstrations_logins_work(string login, string theirPage)
    {
        using var browser = await Site.SignInAsync(login);

        Assert.Equal(HttpStatusCode.OK, (await browser.AskAsync(theirPage)).Status);
    }

    [Fact]
    public async Task A_wrong_password_does_not_sign_in()
    {
        using var browser = Site.NewClient();

        var answer = await browser.TrySignInAsync("member", "MarketDay-2!");

        Assert.Null(answer.Redirect);
        Assert.NotNull((await browser.AskAsync("/my-account")).Redirect);
    }

    [Fact]
    public async Task A_demonstration_takes_its_password_from_the_environment_and_stays_as_it_is_over_a_restart()
    {
        await using var site = await Fixture.StartAsync(Production with { Variables = new Dictionary<string, string?> { ["MARKET_DEMO_PASSWORD"] = Password } });
        using var before = await site.SignInAsync("coordinator", password: Password);
        var clients = await before.GetAsync("/Admin/payments/clients");
        var owed = MinorUnits(await before.GetAsync("/Admin/payments/balances"), "#total-owed");

        await site.RestartAsync();

        using var after = await site.SignInAsync("coordinator", password: Password);
        Assert.Contains("12 clients", clients.Text, StringComparison.Ordinal);
        Assert.True(owed > 0);
        Assert.Contains("12 clients", (await after.GetAsync("/Admin/payments/clients")).Text, StringComparison.Ordinal);
        var toSet = (await after.GetAsync("/Admin/payments/to-set")).TextOf("#still-to-set");
        Assert.Contains("The IBAN for transfers is the demonstration's", toSet, StringComparison.Ordinal);
        Assert.Contains("Cheques or transfers are made out to Marché des Tilleuls, as in the demonstration.", toSet, StringComparison.Ordinal);
        Assert.Equal(owed, MinorUnits(await after.GetAsync("/Admin/payments/balances"), "#total-owed"));
        using var other = site.NewClient();
        Assert.Null((await other.TrySignInAsync("coordinator", SiteOptions.DevelopmentPassword)).Redirect);
        Assert.Null((await other.GetAsync("/")).Document.QuerySelector("form.demonstration"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync((await other.BareFormAsync(EntranceTests.Door)).With("who", "admin"))).Status);
        Assert.Null((await after.GetAsync("/Admin/payments/bank")).Document.QuerySelector("#example-statement"));
        Assert.Equal(HttpStatusCode.NotFound, (await after.AskAsync("/demonstration/bank-statement")).Status);
        Assert.Empty(site.Faults);
    }

    [Fact]
    public async Task A_real_market_starts_empty_knows_nobodys_bank_and_still_chooses_its_currency()
    {
        await using var site = await Fixture.StartAsync(Real);
        using var admin = await site.SignInAsync("admin", password: Password);
        using var stranger = site.NewClient();

        Assert.Contains("No client fits this search.", (await admin.GetAsync("/Admin/payments/clients")).Text, StringComparison.Ordinal);
        Assert.Null((await stranger.TrySignInAsync("coordinator", Password)).Redirect);
        var form = await SettingsFormAsync(admin);
        Assert.Equal("true", form[Setting(form, "Active")]);
        Assert.DoesNotContain(form.Fields, field => field.Key.EndsWith("OfferedMethods", StringComparison.Ordinal));
        Assert.All(["ChequePayee", "TransferHolder", "TransferIban", "TransferBic", "TerminalName"], name => Assert.Equal(string.Empty, form[Setting(form, name)]));
        var toSet = await admin.GetAsync("/Admin/payments/to-set");
        Assert.Contains("No payment method is offered", toSet.TextOf("#still-to-set"), StringComparison.Ordinal);
        Assert.Contains("Nobody has said whether the market owes VAT", toSet.TextOf("#still-to-set"), StringComparison.Ordinal);
        Assert.Contains("The market has no name of its own yet.", toSet.TextOf("#still-to-set"), StringComparison.Ordinal);
        Assert.Contains("Who handles the market's money signs in with a password alone.", toSet.TextOf("#still-to-set"), StringComparison.Ordinal);
        Assert.DoesNotContain("demonstration", toSet.TextOf("#still-to-set"), StringComparison.Ordinal);
        foreach (var link in toSet.Document.QuerySelectorAll("#still-to-set a"))
        {
            Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(link.GetAttribute("href")!)).Status);
        }

        Assert.DoesNotContain("Tilleuls", (await stranger.GetAsync("/")).Html, StringComparison.Ordinal);
        var saved = await admin.SubmitAsync(form.With(Setting(form, "CurrencyCode"), "chf"));
        Assert.Contains("The payment settings are saved.", saved.Notices, StringComparison.Ordinal);
        Assert.Equal("CHF", (await SettingsFormAsync(admin))[Setting(form, "CurrencyCode")]);
        Assert.Empty(site.Faults);
    }

    [Fact]
    public async Task At_a_real_market_who_registers_confirms_their_address_waits_for_a_coordinator_and_orders_down_to_a_floor()
    {
        await using var site = await Fixture.StartAsync(Real with
        {
            Variables = new Dictionary<string, string?>(Real.Variables)
            {
                ["OrchardCore__OrchardCore_Email_Smtp__DefaultSender"] = "market@market.test",
                ["OrchardCore__OrchardCore_Email_Smtp__DeliveryMethod"] = "SpecifiedPickupDirectory",
            },
        });
        using var newcomer = site.NewClient();
        await RegisterAsync(newcomer, "anna", "Anna Berg");
        await newcomer.TrySignInAsync("anna", SiteOptions.DevelopmentPassword);
        Assert.Equal("/Login", (await newcomer.AskAsync("/my-account")).Redirect?.AbsolutePath);

        await ConfirmAsync(site, newcomer, "anna@example.org");
        await newcomer.SignInAsync("anna", SiteOptions.DevelopmentPassword);

        Assert.Contains("You have no client account yet.", (await newcomer.GetAsync("/my-account")).Text, StringComparison.Ordinal);
        using var admin = await site.SignInAsync("admin", password: Password);
        var settings = await SettingsFormAsync(admin);
        Assert.Equal("-50.00", settings[Setting(settings, "Floor")]);
        Assert.Contains("Anna Berg", (await admin.GetAsync("/Admin/payments/clients/open")).TextOf("tbody"), StringComparison.Ordinal);
        Assert.Contains("No client fits this search.", (await admin.GetAsync("/Admin/payments/clients")).Text, StringComparison.Ordinal);

        await admin.SubmitAsync((await SettingsFormAsync(admin)).WithAll(Setting(settings, "AccountsByCoordinator"), "false"));
        Assert.DoesNotContain("Whoever registers has a client account at once", (await admin.GetAsync("/Admin/payments/to-set")).Text, StringComparison.Ordinal);
        using var second = site.NewClient();
        await RegisterAsync(second, "ben", "Ben Wolf");
        Assert.Contains("No client fits this search.", (await admin.GetAsync("/Admin/payments/clients")).Text, StringComparison.Ordinal);
        await ConfirmAsync(site, second, "ben@example.org");
        Assert.Contains("Ben Wolf", (await admin.GetAsync("/Admin/payments/clients")).TextOf("tbody"), StringComparison.Ordinal);
        Assert.Empty(site.Faults);
    }

    private static async Task ConfirmAsync(SiteProcess site, SiteClient browser, string address)
    {
        const string Confirmation = "https://market.test/ConfirmEmail";
        var mail = (await new Mailbox(site.DataFolder).WaitForAsync(address)).Single().HtmlBody!;
        var link = WebUtility.HtmlDecode(mail[mail.IndexOf(Confirmation, StringComparison.Ordinal)..].Split('"')[0]);
        await browser.GetAsync(new Uri(link).PathAndQuery);
    }

    [Fact]
    public async Task Without_a_password_a_real_market_does_not_start_and_says_what_to_set()
    {
        var end = await SiteProcess.RunToEndAsync(await Fixture.OnThisDatabaseAsync(Production));

        Assert.NotEqual(0, end.Code);
        Assert.Contains("MARKET_ADMIN_PASSWORD", end.Output, StringComparison.Ordinal);
        Assert.Contains("MARKET_ADMIN_EMAIL", end.Output, StringComparison.Ordinal);
        Assert.Contains("MARKET_DEMO_PASSWORD", end.Output, StringComparison.Ordinal);
    }
}

[Collection(SqliteSite.Name)]
public sealed class SetUpOnSqlite(SqliteSite site) : SetUpTests(site);

[Collection(PostgresSite.Name)]
public sealed class SetUpOnPostgres(PostgresSite site) : SetUpTests(site);

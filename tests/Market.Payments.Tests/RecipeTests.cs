using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>A site that is there becomes a market by recipes, and stays what people made of it.</summary>
public abstract class RecipeTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task A_plain_site_becomes_a_market_that_offers_nothing_yet_and_knows_nobodys_bank()
    {
        await using var plain = await PlainSite.StartMarketAsync(Fixture);

        var settings = await SettingsFormAsync(plain.Admin);
        Assert.Equal("true", settings[Setting(settings, "Active")]);
        Assert.Equal("EUR", settings[Setting(settings, "CurrencyCode")]);
        Assert.DoesNotContain(settings.Fields, field => field.Key.EndsWith("OfferedMethods", StringComparison.Ordinal));
        Assert.All(["ChequePayee", "TransferHolder", "TransferIban", "TransferBic"], name => Assert.Equal(string.Empty, settings[Setting(settings, name)]));
        Assert.Equal(
            "Payments.OfferedMethods: Card online needs the publishable key and the secret key.",
            await plain.ImportAsync("""{ "name": "MarketSettings", "Payments": { "OfferedMethods": ["cash", "stripe"] } }"""));
        var refused = await plain.Admin.SubmitAsync(settings.WithAll(OfferedOf(settings), "cash", "stripe"));
        Assert.Equal("Card online needs the publishable key and the secret key.", refused.ErrorAt(OfferedOf(settings)));
        var again = await SettingsFormAsync(plain.Admin);
        Assert.DoesNotContain(again.Fields, field => field.Key.EndsWith("OfferedMethods", StringComparison.Ordinal));
        var whole = settings.WithAll(OfferedOf(settings), "cash", "stripe").With(Setting(settings, "PublishableKey"), "pk_test_0123456789").With(Setting(settings, "SecretKey"), "rk_test_0123456789abcdefghij");
        Assert.Contains("The payment settings are saved.", (await plain.Admin.SubmitAsync(whole)).Notices, StringComparison.Ordinal);
        var keyless = (await SettingsFormAsync(plain.Admin)).With(Setting(settings, "PublishableKey"), " ");
        Assert.Equal("Card online needs the publishable key and the secret key.", (await plain.Admin.SubmitAsync(keyless)).ErrorAt(OfferedOf(settings)));
        Assert.Equal(9, (await WorkflowsAsync(plain)).Count);
        var rights = await RightsAsync(plain);
        Assert.Equal("true", rights["Checkbox.RecordPayments"]);
        Assert.Equal("true", rights["Checkbox.ManageOrders"]);
        Assert.Equal("true", rights["Checkbox.AccessAdminPanel"]);
        Assert.Equal("true", rights["Checkbox.Publish_Client"]);
        Assert.Equal("true", rights["Checkbox.Publish_Product"]);
        Assert.Null(rights["Checkbox.ManagePaymentSettings"]);
        Assert.Null(rights["Checkbox.PublishContent"]);
    }

    [Fact]
    public async Task Run_again_the_recipes_add_nothing_twice_and_leave_what_people_changed()
    {
        var plain = await Fixture.PlainAsync();
        var workflow = (await WorkflowsAsync(plain))[0];
        var properties = (await plain.Admin.GetAsync(workflow)).Form("form:has([name='IsEnabled'])");
        await plain.Admin.SubmitAsync(properties.WithAll("IsEnabled", "false").With("Name", "Ours now"));
        await plain.Admin.SubmitAsync((await RightsAsync(plain)).Without("Checkbox.RecordPayments").Without("Checkbox.ManageOrders"));
        Assert.DoesNotContain("IBAN", await plain.ImportAsync("""
            { "name": "MarketSettings", "Payments": { "Active": false, "TerminalName": "ours" }, "Reminders": { "Cap": 7, "Steps": [] }, "Orders": { "ClosingSoonHours": 5 } }
            """), StringComparison.Ordinal);
        var before = (await plain.ExportAsync()).File;

        await plain.RunAllAsync();

        Assert.Equal(before, (await plain.ExportAsync()).File);
        Assert.Contains("\"ClosingSoonHours\": 5", before, StringComparison.Ordinal);
        Assert.Equal(9, (await WorkflowsAsync(plain)).Count);
        var after = (await plain.Admin.GetAsync(workflow)).Form("form:has([name='IsEnabled'])");
        Assert.Equal(("Ours now", "false"), (after["Name"], after["IsEnabled"]));
        var rights = await RightsAsync(plain);
        Assert.Equal((null, null, "true"), (rights["Checkbox.RecordPayments"], rights["Checkbox.ManageOrders"], rights["Checkbox.ViewBalances"]));
    }

    [Fact]
    public async Task What_needs_a_feature_goes_off_with_it_and_says_so_and_loses_nothing()
    {
        var plain = await Fixture.PlainAsync();
        var before = (await plain.ExportAsync()).File;

        var page = await plain.Admin.GetAsync("/Admin/Features");
        var warning = page.One("a[href*='/Features/Market.Payments/Disable']").GetAttribute("data-message")!;
        await SwitchAsync(plain, "Market.Payments", "Disable");

        foreach (var name in new[] { "Market Desk", "Market Orders", "Market Payments Banking", "Market Payments Counter", "Market Payments Moving In", "Market Payments Reminders", "Market Payments Stripe" })
        {
            Assert.Contains(name, warning, StringComparison.Ordinal);
        }

        page = await plain.Admin.GetAsync("/Admin/Features");

        // The handbook needs no client accounts, and stays.
        var gone = PlainSite.Recipes.Where(feature => feature != "Market.Handbook").ToList();
        Assert.All(gone, feature => Assert.NotNull(page.Document.QuerySelector($"a[href*='/Features/{feature}/Enable']")));
        foreach (var feature in gone)
        {
            await SwitchAsync(plain, feature, "Enable");
        }

        Assert.Equal(before, (await plain.ExportAsync()).File);
    }

    private static string OfferedOf(SiteForm settings) => Setting(settings, "CurrencyCode").Replace("CurrencyCode", "OfferedMethods", StringComparison.Ordinal);

    private static async Task SwitchAsync(PlainSite plain, string feature, string action) =>
        await plain.Admin.SubmitAsync(await plain.Admin.BareFormAsync($"/Admin/Features/{feature}/{action}", "/Admin/Features"));

    private static async Task<SiteForm> RightsAsync(PlainSite plain) =>
        (await plain.Admin.GetAsync("/Admin/Roles/Edit/Coordinator")).FormTo("/Admin/Roles/Edit/Coordinator");

    private static async Task<IReadOnlyList<string>> WorkflowsAsync(PlainSite plain) =>
    [
        .. (await plain.Admin.GetAsync("/Admin/Workflows/Types")).Document
            .QuerySelectorAll("a[href*='/Workflows/Types/EditProperties/']").Select(link => link.GetAttribute("href")!).Distinct().Order(StringComparer.Ordinal),
    ];
}

[Collection(SqliteSite.Name)]
public sealed class RecipesOnSqlite(SqliteSite site) : RecipeTests(site);

[Collection(PostgresSite.Name)]
public sealed class RecipesOnPostgres(PostgresSite site) : RecipeTests(site);

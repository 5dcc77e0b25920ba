using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>Accounts for the users that were there before the market kept accounts.</summary>
public abstract class OpenAccountsTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task Who_registers_says_their_name_and_the_account_bears_it()
    {
        var login = NewName();
        using var browser = Site.NewClient();
        var refused = await RegisterAsync(browser, login, " \t ");
        Assert.Equal("Please enter your first and last name.", refused.ErrorAt("RegisterUserForm.Name"));
        Assert.Equal(
            "The name is longer than 120 characters.",
            (await RegisterAsync(browser, login, new string('é', 121))).ErrorAt("RegisterUserForm.Name"));

        await RegisterAsync(browser, login, $" Anne\t{login} \n O’Neill ");

        await browser.SignInAsync(login, MarketSite.TestHost.SiteOptions.DevelopmentPassword);
        Assert.Contains($"Anne {login} O’Neill", (await AccountPageAsync(await FindAccountAsync(login))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_coordinators_open_accounts_who_registers_waits_for_one()
    {
        var login = NewName();
        using var browser = Site.NewClient();
        await WithSettingsAsync(settings => settings.WithAll(Setting(settings, "AccountsByCoordinator"), "true", "false"), async () =>
        {
            await RegisterAsync(browser, login, $"Ben {login}");
            await browser.SignInAsync(login, MarketSite.TestHost.SiteOptions.DevelopmentPassword);
            Assert.Contains("You have no client account yet.", (await browser.GetAsync("/my-account")).Text, StringComparison.Ordinal);

            var coordinator = await Fixture.CoordinatorAsync();
            var page = await coordinator.GetAsync("/Admin/payments/clients/open");
            var box = page.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains($"Ben {login}", StringComparison.Ordinal)).QuerySelector("input[name=selected]")!;
            Assert.Empty(page.Document.QuerySelectorAll("input[name=selected][checked]"));
            await coordinator.SubmitAsync(page.FormTo("/Admin/payments/clients/open").WithAll("selected", box.GetAttribute("value")!));
        });

        Assert.Equal(0, BalanceOn(await browser.GetAsync("/my-account")));
        Assert.Contains($"Ben {login}", (await AccountPageAsync(await FindAccountAsync(login))).Text, StringComparison.Ordinal);
    }

    private const string Page = "/Admin/payments/clients/open";

    [Fact]
    public async Task Who_is_ticked_gets_one_account_however_often_the_button_is_pressed()
    {
        var (chosen, other) = (await NewUserAsync(), await NewUserAsync());
        var coordinator = await Fixture.CoordinatorAsync();
        var page = await coordinator.GetAsync(Page);
        var browsers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Site.SignInAsync("coordinator")));
        var forms = await Task.WhenAll(browsers.Select(async browser => (await browser.GetAsync(Page)).FormTo(Page).WithAll("selected", IdOf(page, chosen))));

        var answers = await Task.WhenAll(browsers.Zip(forms, (browser, form) => browser.SubmitAsync(form)));

        var said = answers.Select(answer => answer.Notices).Append((await browsers[0].SubmitAsync(forms[0])).Notices).ToList();
        Assert.Single(said, notice => notice.Contains("One account was opened.", StringComparison.Ordinal));
        Assert.Equal(4, said.Count(notice => notice.Contains("Each of them has an account already; none was opened.", StringComparison.Ordinal)));
        Array.ForEach(browsers, browser => browser.Dispose());
        Assert.Equal(0, await BalanceAsync(await FindAccountAsync(chosen)));
        var after = await coordinator.GetAsync(Page);
        Assert.DoesNotContain(chosen, after.Text, StringComparison.Ordinal);
        Assert.Contains(other, after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ticked_opens_nothing()
    {
        await NewUserAsync();
        var coordinator = await Fixture.CoordinatorAsync();

        var answer = await coordinator.SubmitAsync((await coordinator.GetAsync(Page)).FormTo(Page).WithAll("selected"));

        Assert.Contains("Please tick at least one user.", answer.Notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_opens_them_by_name_and_none_where_one_name_is_unknown()
    {
        var plain = await Fixture.PlainAsync();
        var (chosen, other) = (await NewUserAsync(plain.Admin), await NewUserAsync(plain.Admin));

        var refused = await plain.ImportAsync($$"""{ "name": "MarketClientAccounts", "Users": ["{{chosen}}", "nobody-of-this-name"] }""");
        var before = (await plain.Admin.GetAsync(Page)).Text;
        await plain.ImportAsync($$"""{ "name": "MarketClientAccounts", "Users": ["{{chosen}}", "{{chosen}}@example.org"] }""");
        await plain.ImportAsync($$"""{ "name": "MarketClientAccounts", "Users": ["{{chosen}}"] }""");

        Assert.Equal("Users: there is no user called nobody-of-this-name.", refused);
        Assert.Contains(chosen, before, StringComparison.Ordinal);
        Assert.Single((await plain.Admin.GetAsync("/Admin/payments/clients?search=" + chosen)).TextsOf("tbody tr"));
        var after = (await plain.Admin.GetAsync(Page)).Text;
        Assert.Contains(other, after, StringComparison.Ordinal);
        await plain.ImportAsync("""{ "name": "MarketClientAccounts", "ForEveryUser": true }""");
        Assert.Contains("Every user has a client account.", (await plain.Admin.GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    private async Task<string> NewUserAsync() => await NewUserAsync(await Fixture.AdminAsync());

    // As an administrator adds a user, which opens no account.
    private static async Task<string> NewUserAsync(SiteClient admin)
    {
        var login = NewName("user");
        var form = (await admin.GetAsync("/Admin/Users/Create")).Form("form:has([name='User.UserName'])");
        await admin.SubmitAsync(form
            .With("User.UserName", login)
            .With("User.Email", login + "@example.org")
            .With("User.Password", SiteOptions.DevelopmentPassword)
            .With("User.PasswordConfirmation", SiteOptions.DevelopmentPassword));
        return login;
    }

    private static string IdOf(SitePage page, string login) =>
        page.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(login, StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;
}

[Collection(SqliteSite.Name)]
public sealed class OpenAccountsOnSqlite(SqliteSite site) : OpenAccountsTests(site);

[Collection(PostgresSite.Name)]
public sealed class OpenAccountsOnPostgres(PostgresSite site) : OpenAccountsTests(site);

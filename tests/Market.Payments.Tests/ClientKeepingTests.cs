using System.Net;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>An account has one client and a login one account, however both are written; and whoever is told that it is kept is told the truth.</summary>
public abstract class ClientKeepingTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task Of_two_accounts_that_are_given_one_login_at_once_one_has_it()
    {
        for (var round = 0; round < 3; round++)
        {
            var login = await UserAsync();
            var accounts = new[] { await OpenAccountAsync(), await OpenAccountAsync(), await OpenAccountAsync() };
            var browsers = await Task.WhenAll(accounts.Select(_ => Site.SignInAsync("coordinator")));
            var forms = await Task.WhenAll(accounts.Zip(browsers, async (account, browser) => (await EditorAsync(browser, account))
                .With("ClientAccountPart.Login", login).With("submit.Publish", "submit.Publish")));

            var answers = await Task.WhenAll(browsers.Zip(forms, (browser, form) => browser.SubmitAsync(form)));

            Assert.Single(answers, answer => answer.Notices.Contains("has been published", StringComparison.Ordinal));
            Assert.Equal(2, answers.Count(answer => answer.ErrorAt("ClientAccountPart.Login").StartsWith("This user already has the account", StringComparison.Ordinal)));
            Array.ForEach(browsers, browser => browser.Dispose());
        }
    }

    [Fact]
    public async Task A_number_that_an_imported_client_took_is_passed_over()
    {
        var number = await NextNumberAsync();

        Assert.Contains("imported", await ImportAsync(Client(number, "Imported")), StringComparison.OrdinalIgnoreCase);
        using var member = await RegisterAsync();

        Assert.Equal(0, BalanceOn(await member.Browser.GetAsync("/my-account")));
        Assert.NotEqual(number, await NumberAsync(member.AccountId));
    }

    [Fact]
    public async Task A_users_name_that_no_column_takes_is_refused_on_every_database()
    {
        var login = NewName() + new string('x', 260);
        using var browser = Site.NewClient();

        var registered = await RegisterAsync(browser, login);

        Assert.Contains("is invalid", registered.Text, StringComparison.Ordinal);
        Assert.Null((await browser.TrySignInAsync(login, SiteOptions.DevelopmentPassword)).Redirect);
    }

    [Fact]
    public async Task A_client_imported_again_keeps_its_account()
    {
        var number = "X-" + NewName("n")[..8];
        var client = Client(number, NewName("client"));
        await ImportAsync(client);
        var account = await FindAccountAsync(number);
        await PayAsync(account, "9");

        Assert.Contains("imported", await ImportAsync(client.Replace("\"v1", "\"v2", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);

        Assert.Equal(900, await BalanceAsync(account));
        Assert.Equal(number, await NumberAsync(account));
    }

    [Fact]
    public async Task Each_copy_of_a_client_has_a_number_of_its_own()
    {
        var name = NewName("client");
        var account = await OpenAccountAsync(name);
        var admin = await Fixture.AdminAsync();

        for (var copy = 0; copy < 2; copy++)
        {
            await admin.SubmitAsync(await admin.BareFormAsync($"/Admin/Contents/ContentItems/{account}/Clone", "/Admin/payments/settings"));
        }

        var numbers = (await admin.GetAsync("/Admin/payments/clients?search=" + name)).TextsOf("tbody tr td:first-child small");
        Assert.Equal(3, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.StartsWith("C-", number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_with_operations_outlives_the_draft_of_its_client()
    {
        var account = await OpenAccountAsync();
        await PayAsync(account, "11");
        var admin = await Fixture.AdminAsync();

        await PressAsync("Unpublish");
        await PressAsync("DiscardDraft");

        Assert.Equal(1100, await BalanceAsync(account));

        async Task PressAsync(string button) =>
            await admin.SubmitAsync(await admin.BareFormAsync($"/Admin/Contents/ContentItems/{account}/{button}?returnUrl=/Admin/payments/clients", "/Admin/payments/settings"));
    }

    [Fact]
    public async Task An_earlier_version_of_a_client_is_not_put_back_and_says_why()
    {
        await ImportAsync("""{ "name": "settings", "ContentAuditTrailSettings": { "AllowedContentTypes": ["Client"] } }""");
        var account = await OpenAccountAsync();
        await PayAsync(account, "13");
        await EditAccountAsync(account, form => form.With("ClientAccountPart.Floor", "-5"));
        var admin = await Fixture.AdminAsync();
        var trail = await admin.GetAsync("/Admin/AuditTrail?q=" + Uri.EscapeDataString("id:" + account));
        var events = trail.Document.QuerySelectorAll("a[href*='/AuditTrail/Display/']").Select(link => link.GetAttribute("href")!.Split('/', '?')).Select(parts => parts[Array.IndexOf(parts, "Display") + 1]).Distinct();

        var notices = new List<string>();
        foreach (var id in events)
        {
            notices.Add((await admin.SubmitAsync(await admin.BareFormAsync("/Admin/AuditTrail/Content/Restore/" + id, "/Admin/payments/settings"))).Notices);
        }

        Assert.Contains(notices, notice => notice.Contains("An earlier version of a client is not put back", StringComparison.Ordinal));
        Assert.DoesNotContain(notices, notice => notice.Contains("has been restored", StringComparison.Ordinal));
        Assert.Equal(1300, await BalanceAsync(account));
        Assert.Equal("-5.00", (await EditorAsync(admin, account))["ClientAccountPart.Floor"]);
    }

    [Fact]
    public async Task An_account_with_an_announced_payment_is_neither_closed_nor_deleted()
    {
        var account = await OpenAccountAsync();
        await Announce(account);

        Assert.Equal("One payment is announced: receive or cancel it first.", (await CloseAccountAsync(account)).ErrorAt("ClientAccountPart.IsClosed"));
        var admin = await Fixture.AdminAsync();
        var deleted = await admin.SubmitAsync(await admin.BareFormAsync($"/Admin/Contents/ContentItems/{account}/Delete?returnUrl=/Admin/payments/clients", "/Admin/payments/settings"));

        Assert.Contains("One payment is announced: receive or cancel it first.", deleted.Notices, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AccountPageAsync(account)).Status);

        async Task Announce(string accountId) => Assert.Equal(
            HttpStatusCode.OK,
            (await (await Fixture.CoordinatorAsync()).SubmitAsync((await MoneyFormAsync(accountId, "announce")).With("Amount", "5").With("Method", "transfer"))).Status);
    }

    [Fact]
    public async Task An_account_with_an_order_to_come_is_not_closed_though_it_is_paid()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        await PayAsync(member.AccountId, Typed(order.Total));
        Assert.Equal(0, await BalanceAsync(member.AccountId));

        var answer = await CloseAccountAsync(member.AccountId);

        Assert.StartsWith("An order is to be collected on", answer.ErrorAt("ClientAccountPart.IsClosed"), StringComparison.Ordinal);
    }

    private static async Task<SiteForm> EditorAsync(SiteClient browser, string account) =>
        (await browser.GetAsync($"/Admin/Contents/ContentItems/{account}/Edit")).Form("form:has([name='ClientAccountPart.Name'])");

    // A user without an account.
    private async Task<string> UserAsync()
    {
        var login = NewName("user");
        using var browser = Site.NewClient();
        await RegisterAsync(browser, login);
        await EditAccountAsync(await FindAccountAsync(login), form => form.With("ClientAccountPart.Login", string.Empty));
        return login;
    }

    private async Task<string> NumberAsync(string account) => (await AccountPageAsync(account)).TextOf("p.text-body-secondary").Split(' ')[0];

    private async Task<string> NextNumberAsync()
    {
        var number = await NumberAsync(await OpenAccountAsync());
        return $"C-{int.Parse(number[2..], System.Globalization.CultureInfo.InvariantCulture) + 1:0000}";
    }

    private static string Client(string number, string name)
    {
        var id = Guid.NewGuid().ToString("n")[..26];
        return $$"""
            { "name": "content", "data": [{ "ContentItemId": "{{id}}", "ContentItemVersionId": "v1{{id[2..]}}", "ContentType": "Client", "DisplayText": "{{name}}",
              "Latest": true, "Published": true, "ClientAccountPart": { "Name": "{{name}}", "Number": "{{number}}" } }] }
            """;
    }

    private async Task<string> ImportAsync(string step)
    {
        var admin = await Fixture.AdminAsync();
        var page = await admin.GetAsync("/Admin/DeploymentPlan/Import/Json");
        var answer = await admin.SubmitAsync(page.Form("form:has([name='Json'])").With("Json", $$"""{ "steps": [{{step}}] }"""));
        return $"{answer.Notices} {answer.Summary} {answer.Text}";
    }
}

[Collection(SqliteSite.Name)]
public sealed class ClientKeepingOnSqlite(SqliteSite site) : ClientKeepingTests(site);

[Collection(PostgresSite.Name)]
public sealed class ClientKeepingOnPostgres(PostgresSite site) : ClientKeepingTests(site);

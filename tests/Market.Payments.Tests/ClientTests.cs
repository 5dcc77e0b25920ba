using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>Accounts come, change and go.</summary>
public abstract class ClientTests(SiteFixture fixture) : Scenario(fixture)
{
    private const string Kept = "This client account has operations. It cannot be deleted; close it instead.";

    [Fact]
    public async Task Who_registers_has_an_account_at_zero()
    {
        var login = NewName();
        using var browser = Site.NewClient();

        await RegisterAsync(browser, login);

        await browser.SignInAsync(login, SiteOptions.DevelopmentPassword);
        var mine = await browser.GetAsync("/my-account");
        Assert.Equal(0, BalanceOn(mine));
        Assert.Contains("You owe nothing and the market keeps nothing for you.", mine.Text, StringComparison.Ordinal);
        Assert.Contains(login, mine.TextOf("#statement"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_account_reads_what_to_do()
    {
        var admin = await Fixture.AdminAsync();

        Assert.Contains("You have no client account yet.", (await admin.GetAsync("/my-account")).Text, StringComparison.Ordinal);
        Assert.Contains("No client account yet", (await admin.GetAsync("/order")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_account_has_a_number_of_its_own()
    {
        var accounts = new[] { await OpenAccountAsync(), await OpenAccountAsync(), await OpenAccountAsync() };

        var numbers = new List<string>();
        foreach (var accountId in accounts)
        {
            numbers.Add((await AccountPageAsync(accountId)).TextOf("p.text-body-secondary").Split(' ')[0]);
        }

        Assert.All(numbers, number => Assert.Contains(number, char.IsDigit));
        Assert.Equal(3, numbers.Distinct().Count());
    }

    [Fact]
    public async Task A_client_without_a_name_is_not_opened()
    {
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync("/Admin/Contents/ContentTypes/Client/Create")).Form("form:has([name='ClientAccountPart.Name'])");

        var answer = await admin.SubmitAsync(form.With("ClientAccountPart.Name", " ").With("submit.Publish", "submit.Publish"));

        Assert.Equal("Please enter the client's name.", answer.ErrorAt("ClientAccountPart.Name"));
    }

    [Fact]
    public async Task An_unknown_or_taken_login_is_refused()
    {
        using var member = await RegisterAsync();
        var accountId = await OpenAccountAsync();

        var unknown = await EditAccountAsync(accountId, form => form.With("ClientAccountPart.Login", "nobody-of-this-name"));
        var taken = await EditAccountAsync(accountId, form => form.With("ClientAccountPart.Login", member.Login));

        Assert.Equal("There is no user with this name or mail address.", unknown.ErrorAt("ClientAccountPart.Login"));
        Assert.StartsWith("This user already has the account", taken.ErrorAt("ClientAccountPart.Login"), StringComparison.Ordinal);
        Assert.Equal(0, BalanceOn(await member.Browser.GetAsync("/my-account")));
    }

    [Fact]
    public async Task An_account_with_a_balance_is_not_closed()
    {
        var accountId = await OpenAccountAsync();
        await PayAsync(accountId, "10");

        var answer = await CloseAccountAsync(accountId);

        Assert.Equal("Bring the balance to zero before you close the account.", answer.ErrorAt("ClientAccountPart.IsClosed"));
        Assert.DoesNotContain("closed", (await AccountPageAsync(accountId)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_with_operations_is_not_deleted()
    {
        var accountId = await OpenAccountAsync();
        await PayAsync(accountId, "10");

        var answer = await DeleteClientAsync(accountId);

        Assert.Contains(Kept, answer.Text, StringComparison.Ordinal);
        Assert.Equal(1000, await BalanceAsync(accountId));
    }

    [Fact]
    public async Task A_client_without_operations_is_deleted()
    {
        var accountId = await OpenAccountAsync();

        await DeleteClientAsync(accountId);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await AccountPageAsync(accountId)).Status);
    }

    [Fact]
    public async Task A_client_with_operations_survives_a_bulk_deletion()
    {
        var name = NewName("client");
        var accountId = await OpenAccountAsync(name);
        await PayAsync(accountId, "10");
        var admin = await Fixture.AdminAsync();
        var list = await admin.GetAsync("/Admin/Contents/ContentItems/Client?q=" + name);
        var itemId = list.One("input[name='itemIds']").GetAttribute("value")!;
        var form = list.Form("form:has(input[name='itemIds'])");

        await admin.SubmitAsync(form.WithAll("itemIds", itemId).With("Options.BulkAction", "Remove").With("submit.BulkAction", "yes"));

        Assert.Equal(1000, await BalanceAsync(accountId));
    }

    [Fact]
    public async Task A_user_whose_account_has_operations_is_not_deleted()
    {
        using var member = await RegisterAsync();
        await PayAsync(member.AccountId, "10");

        var answer = await DeleteUserAsync(member.Login);

        Assert.Contains(Kept, answer.Text, StringComparison.Ordinal);
        Assert.Equal(1000, BalanceOn(await member.Browser.GetAsync("/my-account")));
        using var again = await Site.SignInAsync(member.Login);
    }

    [Fact]
    public async Task A_user_whose_account_has_no_operations_is_deleted()
    {
        using var member = await RegisterAsync();

        await DeleteUserAsync(member.Login);

        using var browser = Site.NewClient();
        Assert.Null((await browser.TrySignInAsync(member.Login, SiteOptions.DevelopmentPassword)).Redirect);
    }

    private async Task<SitePage> DeleteClientAsync(string accountId)
    {
        var admin = await Fixture.AdminAsync();
        return await admin.SubmitAsync(await admin.BareFormAsync($"/Admin/Contents/ContentItems/{accountId}/Delete?returnUrl=/Admin/payments/clients", "/Admin/payments/settings"));
    }

    private async Task<SitePage> DeleteUserAsync(string login)
    {
        var admin = await Fixture.AdminAsync();
        var users = await admin.GetAsync("/Admin/Users/Index?q=" + login);
        var edit = users.One("a[href*='/Admin/Users/Edit/']").GetAttribute("href")!.Split('?')[0];
        return await admin.SubmitAsync(await admin.BareFormAsync("/Admin/Users/Delete/" + edit.Split('/')[^1], "/Admin/payments/settings"));
    }
}

[Collection(SqliteSite.Name)]
public sealed class ClientsOnSqlite(SqliteSite site) : ClientTests(site);

[Collection(PostgresSite.Name)]
public sealed class ClientsOnPostgres(PostgresSite site) : ClientTests(site);

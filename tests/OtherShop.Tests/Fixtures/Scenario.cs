using System.Globalization;
using MarketSite.TestHost;

namespace OtherShop.Tests.Fixtures;

/// <summary>What the scenarios do at the site's public doors: register, take a membership, renew and cancel it, pay.</summary>
public abstract class Scenario(ShopSite fixture)
{
    protected ShopSite Fixture { get; } = fixture;

    protected SiteProcess Site => Fixture.Site;

    protected Task<Member> RegisterAsync(string language = "en") => RegisterAsync(Site, Fixture.AdminAsync, language);

    /// <summary>Registers a new member on the public site, which gives them a client account.</summary>
    protected static async Task<Member> RegisterAsync(SiteProcess site, Func<Task<SiteClient>> adminAsync, string language = "en")
    {
        var login = "member" + Guid.NewGuid().ToString("n")[..12];
        var browser = site.NewClient(language);
        await browser.SubmitAsync((await browser.GetAsync("/Register")).Form("form:has([name='RegisterUserForm.ConfirmPassword'])")
            .With("RegisterUserForm.Name", login)
            .With("RegisterUserForm.UserName", login)
            .With("RegisterUserForm.Email", login + "@example.org")
            .With("RegisterUserForm.Password", SiteOptions.DevelopmentPassword)
            .With("RegisterUserForm.ConfirmPassword", SiteOptions.DevelopmentPassword));
        await browser.SignInAsync(login, SiteOptions.DevelopmentPassword);
        var list = await (await adminAsync()).GetAsync("/Admin/payments/clients?search=" + login);
        var address = Assert.Single(list.Document.QuerySelectorAll("tbody a[href*='/payments/accounts/']")).GetAttribute("href")!;
        return new Member(login, address[(address.LastIndexOf('/') + 1)..], browser);
    }

    /// <summary>The form by which a member takes a membership.</summary>
    protected static async Task<SiteForm> TakeFormAsync(Member member) => (await member.Browser.GetAsync("/memberships")).FormTo("/memberships");

    /// <summary>A coordinator's form for a membership of this member, the newest one.</summary>
    protected static async Task<SiteForm> AdminFormAsync(SiteClient admin, Member member, string action)
    {
        var page = await admin.GetAsync("/Admin/memberships");
        var row = page.Document.QuerySelectorAll("#memberships tbody tr").First(row => row.TextContent.Contains(member.Login, StringComparison.Ordinal));
        return page.Form($"tr[data-membership='{row.GetAttribute("data-membership")}'] form").To(new Uri(page.Address, "/Admin/memberships/" + action));
    }

    protected static async Task<IReadOnlyList<string>> MembershipsAsync(Member member) => (await member.Browser.GetAsync("/memberships")).TextsOf("main .card .entry");

    protected async Task<SitePage> AccountAsync(Member member) => await (await Fixture.AdminAsync()).GetAsync("/Admin/payments/accounts/" + member.AccountId);

    /// <summary>What the account's operations are called and their amounts in minor units, the first one first.</summary>
    protected async Task<IReadOnlyList<(string Title, long MinorUnits)>> StatementAsync(Member member) =>
    [
        .. (await AccountAsync(member)).Document.QuerySelectorAll("#statement tbody tr").Reverse().Select(row => (
            row.QuerySelector("td:nth-child(2) > span")!.TextContent.Trim(),
            long.Parse(row.GetAttribute("data-minor-units")!, CultureInfo.InvariantCulture))),
    ];

    protected async Task<long> BalanceAsync(Member member) =>
        long.Parse((await AccountAsync(member)).One("#balance").GetAttribute("data-minor-units")!, CultureInfo.InvariantCulture);

    protected async Task<SiteForm> PaymentFormAsync(Member member)
    {
        var address = $"/Admin/payments/accounts/{member.AccountId}/payment";
        return (await (await Fixture.AdminAsync()).GetAsync(address)).FormTo(address);
    }

    /// <summary>Gives an account a floor of its own.</summary>
    protected async Task SetFloorAsync(Member member, string floor)
    {
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync($"/Admin/Contents/ContentItems/{member.AccountId}/Edit")).Form("form:has([name='ClientAccountPart.Name'])");
        var answer = await admin.SubmitAsync(form.With("ClientAccountPart.Floor", floor).With("submit.Publish", "submit.Publish"));
        Assert.Contains("has been published", answer.Notices, StringComparison.Ordinal);
    }

    /// <summary>Changes the payment settings; put back what it returns.</summary>
    protected async Task<SiteForm> ChangeSettingsAsync(Func<SiteForm, SiteForm> change)
    {
        var admin = await Fixture.AdminAsync();
        var before = (await admin.GetAsync("/Admin/payments/settings")).Form("form:has([name$='CurrencyCode'])");
        Assert.Contains("The payment settings are saved.", (await admin.SubmitAsync(change(before))).Notices, StringComparison.Ordinal);
        return before;
    }

    /// <summary>Switches the feature of the sample on or off.</summary>
    protected async Task SwitchAsync(bool on)
    {
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync("/Admin/Features")).Form("form:has([name='featureIds'])").Without("featureIds");
        await admin.SubmitAsync(form.To(new Uri(admin.Address, "/Admin/Features/OtherShop/" + (on ? "Enable" : "Disable"))));
    }

    /// <summary>Asks until the answer is as expected, and says what it is if it never is.</summary>
    protected static async Task EventuallyAsync<T>(Func<T> ask, T expected)
    {
        for (var attempt = 1; !Equals(ask(), expected); attempt++)
        {
            Assert.True(attempt < 600, $"Expected {expected}, and it stays {ask()}.");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    protected sealed record Member(string Login, string AccountId, SiteClient Browser) : IDisposable
    {
        public void Dispose() => Browser.Dispose();
    }
}

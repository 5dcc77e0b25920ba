using System.Globalization;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Fixtures;

/// <summary>What the scenarios do at the market's public doors: register, order, open accounts, record payments, read statements.</summary>
public abstract class Scenario(SiteFixture fixture)
{
    public const string UnknownId = "zzzzzzzzzzzzzzzzzzzzzzzzzz";

    private static int _names;

    protected SiteFixture Fixture { get; } = fixture;

    protected SiteProcess Site => Fixture.Site;

    protected static string NewName(string prefix = "member") =>
        prefix + Interlocked.Increment(ref _names).ToString(CultureInfo.InvariantCulture) + Guid.NewGuid().ToString("n")[..8];

    /// <summary>Registers a new member on the public site, which gives them a client account.</summary>
    protected async Task<Member> RegisterAsync(string language = "en")
    {
        var login = NewName();
        var browser = Site.NewClient(language);
        await RegisterAsync(browser, login);
        await browser.SignInAsync(login, SiteOptions.DevelopmentPassword);
        return new Member(login, await FindAccountAsync(login), browser);
    }

    protected static Task<SitePage> RegisterAsync(SiteClient browser, string login, string? name = null) => browser.RegisterAsync(login, name);

    /// <summary>The browser of nobody, a member, the coordinator, the administrator, or an editor with these rights: by a role's place in <see cref="Access"/>.</summary>
    protected async Task<SiteClient> BrowserAsync(int role, params string[] rightsOfEditor) => role switch
    {
        0 => Site.NewClient(),
        1 => (await RegisterAsync()).Browser,
        2 => await Site.SignInAsync("coordinator"),
        Access.Editor => await SignInEditorAsync(rightsOfEditor),
        _ => await Site.SignInAsync("admin"),
    };

    /// <summary>Somebody who works in the admin and whom the market's money is no concern of.</summary>
    /// <param name="more">Rights that they have besides.</param>
    protected async Task<SiteClient> SignInEditorAsync(params string[] more)
    {
        var (login, role) = (NewName("editor"), NewName("role"));
        var browser = Site.NewClient();
        await RegisterAsync(browser, login);
        var admin = await Fixture.AdminAsync();
        await admin.SubmitAsync((await admin.GetAsync("/Admin/Roles/Create")).FormTo("/Admin/Roles/Create").With("RoleName", role));
        var rights = "/Admin/Roles/Edit/" + role;
        await admin.SubmitAsync(more.Append("AccessAdminPanel").Aggregate((await admin.GetAsync(rights)).FormTo(rights), (form, right) => form.With("Checkbox." + right, "true")));
        var user = (await admin.GetAsync("/Admin/Users/Index?q=" + login)).One("a[href*='/Users/Edit/']").GetAttribute("href")!;
        var form = (await admin.GetAsync(user)).Form("form:has([name$='.IsSelected'])");
        var chosen = form.Fields.Single(field => field.Value == role).Key[..^".Role".Length] + ".IsSelected";
        await admin.SubmitAsync(form.With(chosen, "true"));
        await browser.SignInAsync(login, SiteOptions.DevelopmentPassword);
        return browser;
    }

    /// <summary>Opens a client account in the admin, for somebody without a login.</summary>
    protected async Task<string> OpenAccountAsync(string? name = null, string? floor = null)
    {
        name ??= NewName("client");
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync("/Admin/Contents/ContentTypes/Client/Create")).Form("form:has([name='ClientAccountPart.Name'])");
        var answer = await admin.SubmitAsync(form.With("ClientAccountPart.Name", name).With("ClientAccountPart.Floor", floor ?? string.Empty).With("submit.Publish", "submit.Publish"));
        Assert.Contains("has been published", answer.Notices, StringComparison.Ordinal);
        return await FindAccountAsync(name);
    }

    /// <summary>The account page's id of the only client with this name.</summary>
    protected async Task<string> FindAccountAsync(string name)
    {
        var list = await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/clients?search=" + Uri.EscapeDataString(name));
        var address = Assert.Single(list.Document.QuerySelectorAll("tbody a[href*='/payments/accounts/']")).GetAttribute("href")!;
        return address[(address.LastIndexOf('/') + 1)..];
    }

    /// <summary>Changes an account by its editor in the admin.</summary>
    protected async Task<SitePage> EditAccountAsync(string accountId, Func<SiteForm, SiteForm> change)
    {
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync($"/Admin/Contents/ContentItems/{accountId}/Edit")).Form("form:has([name='ClientAccountPart.Name'])");
        return await admin.SubmitAsync(change(form).With("submit.Publish", "submit.Publish"));
    }

    protected Task<SitePage> CloseAccountAsync(string accountId) => EditAccountAsync(accountId, form => form.WithAll("ClientAccountPart.IsClosed", "true", "false"));

    protected async Task<SitePage> AccountPageAsync(string accountId) => await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/accounts/" + accountId);

    protected async Task<long> BalanceAsync(string accountId) => BalanceOn(await AccountPageAsync(accountId));

    protected static long BalanceOn(SitePage page) => MinorUnits(page, "#balance");

    protected static long MinorUnits(SitePage page, string selector) =>
        long.Parse(page.One(selector).GetAttribute("data-minor-units")!, CultureInfo.InvariantCulture);

    /// <summary>The account's operations, the first one first.</summary>
    protected async Task<IReadOnlyList<Line>> StatementAsync(string accountId) => LinesOn(await AccountPageAsync(accountId));

    protected static IReadOnlyList<Line> LinesOn(SitePage page) =>
    [
        .. page.Document.QuerySelectorAll("#statement tbody tr[id^='operation-']")
            .Select(row => new Line(
                int.Parse(row.Id!["operation-".Length..], CultureInfo.InvariantCulture),
                long.Parse(row.GetAttribute("data-minor-units")!, CultureInfo.InvariantCulture),
                string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
                row.QuerySelector("a[href*='/reverse/']")?.GetAttribute("href")))
            .OrderBy(line => line.Sequence),
    ];

    protected async Task<SiteForm> MoneyFormAsync(string accountId, string door, SiteClient? by = null)
    {
        by ??= await Fixture.CoordinatorAsync();
        return (await by.GetAsync($"/Admin/payments/accounts/{accountId}/{door}")).FormTo($"/Admin/payments/accounts/{accountId}/{door}");
    }

    /// <summary>Records a payment as the coordinator does.</summary>
    protected async Task<SitePage> PayAsync(string accountId, string amount, string method = "cash", params (string Name, string Value)[] fields)
    {
        var form = (await MoneyFormAsync(accountId, "payment")).With("Amount", amount).With("Method", method);
        form = fields.Aggregate(form, (filled, field) => filled.With(field.Name, field.Value));
        return await (await Fixture.CoordinatorAsync()).SubmitAsync(form);
    }

    /// <summary>Orders one of each of the first products, for the open distribution.</summary>
    protected static async Task<Placed> OrderAsync(SiteClient member, int products = 2)
    {
        var form = await OrderFormAsync(member, products);
        var page = await member.SubmitAsync(form.Form);
        Assert.Contains("Your order is noted", page.Text, StringComparison.Ordinal);
        return new Placed(page.Address.Segments[^1], form.Total, page);
    }

    /// <summary>The order form with one of each of the first products that are counted typed in, and what they cost together.</summary>
    protected static async Task<(SiteForm Form, long Total)> OrderFormAsync(SiteClient member, int products = 2)
    {
        var page = await member.GetAsync("/order");
        var form = page.OrderForm();
        var total = 0L;
        foreach (var input in page.Document.QuerySelectorAll("input[name^='Quantities']:is(:not([data-grams]), [data-grams=''])"))
        {
            form = form.With(input.GetAttribute("name")!, products > 0 ? "1" : "0");
            total += products > 0 ? long.Parse(input.GetAttribute("data-price")!, CultureInfo.InvariantCulture) : 0;
            products--;
        }

        return (form, total);
    }

    /// <summary>Adds a distribution that members order for, later than the demonstration's.</summary>
    protected async Task<string> AddDistributionAsync(int day = 30) =>
        await (await Fixture.AdminAsync()).AddDistributionAsync(NewName("hall"), MarketCalendar.In(day), MarketCalendar.Noon(-20), MarketCalendar.Noon(day - 1));

    /// <summary>Changes a distribution by its editor in the admin.</summary>
    protected async Task<SitePage> EditDistributionAsync(string distributionId, Func<SiteForm, SiteForm> change)
    {
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync($"/Admin/Contents/ContentItems/{distributionId}/Edit")).Form("form:has([name='DistributionPart.Place'])");
        return await admin.SubmitAsync(change(form).With("submit.Publish", "submit.Publish"));
    }

    /// <summary>Runs something under other payment settings and puts the old ones back.</summary>
    protected async Task WithSettingsAsync(Func<SiteForm, SiteForm> change, Func<Task> act)
    {
        var admin = await Fixture.AdminAsync();
        var before = await SettingsFormAsync(admin);
        await SaveAsync(change(before));
        try
        {
            await act();
        }
        finally
        {
            await SaveAsync(before);
        }

        async Task SaveAsync(SiteForm form) => Assert.Contains("The payment settings are saved.", (await admin.SubmitAsync(form)).Notices, StringComparison.Ordinal);
    }

    protected static async Task<SiteForm> SettingsFormAsync(SiteClient admin) =>
        (await admin.GetAsync("/Admin/payments/settings")).Form("form:has([name$='CurrencyCode'])");

    /// <summary>The whole name of a settings field, with the group's prefix.</summary>
    protected static string Setting(SiteForm form, string name) =>
        form.Fields.Select(field => field.Key).First(key => key == name || key.EndsWith("." + name, StringComparison.Ordinal));

    /// <summary>Runs something while the workflow that posts new orders is switched off.</summary>
    protected async Task WithoutWorkflowAsync(Func<Task> act)
    {
        await SwitchAsync(false);
        try
        {
            await act();
        }
        finally
        {
            await SwitchAsync(true);
        }

        async Task SwitchAsync(bool on)
        {
            var admin = await Fixture.AdminAsync();
            var list = await admin.GetAsync("/Admin/Workflows/Types?Filter=All&Options.Search=Order%20placed");
            var edit = list.Document.QuerySelectorAll("a[href*='/Workflows/Types/EditProperties/']")
                .First(link => link.Closest("li")?.TextContent.Contains("Order placed", StringComparison.Ordinal) == true);
            var form = (await admin.GetAsync(edit.GetAttribute("href")!)).Form("form:has([name='IsEnabled'])");
            await admin.SubmitAsync(on ? form.WithAll("IsEnabled", "true", "false") : form.WithAll("IsEnabled", "false"));
        }
    }

    /// <summary>The amount as an English page prints it.</summary>
    protected static string Euro(long minorUnits)
    {
        var format = (NumberFormatInfo)CultureInfo.GetCultureInfo("en").NumberFormat.Clone();
        format.CurrencySymbol = "€";
        return (minorUnits / 100m).ToString("C", format);
    }

    /// <summary>The amount as a person types it.</summary>
    protected static string Typed(long minorUnits) => (minorUnits / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A member with a login: their name, account and own browser.</summary>
    protected sealed record Member(string Login, string AccountId, SiteClient Browser) : IDisposable
    {
        public void Dispose() => Browser.Dispose();
    }

    /// <summary>One line of a statement.</summary>
    protected sealed record Line(int Sequence, long MinorUnits, string Text, string? ReverseAddress);

    /// <summary>A placed order and the page that said so.</summary>
    protected sealed record Placed(string OrderId, long Total, SitePage Page);
}

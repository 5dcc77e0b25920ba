using Market.Payments.Tests.Fixtures;
using static Market.Payments.Tests.Fixtures.Access;

namespace Market.Payments.Tests;

/// <summary>Orchard's own addresses show and take no client from somebody who may write the site's content and no client.</summary>
public abstract class ContentAccessTests(SiteFixture fixture) : Scenario(fixture)
{
    // Every right to content that Orchard gives to an editor.
    private static readonly string[] ToContent =
    [
        "ListContent", "EditContent", "PublishContent", "DeleteContent", "ViewContent", "CloneContent", "PreviewContent", "EditContentOwner", "AccessContentApi",
        "Edit_Client", "Publish_Client", "Delete_Client", "View_Client", "ListContent_Client", "ViewAuditTrail",
    ];

    // The answers are those of: nobody signed in, a member, the coordinator, the administrator, an editor of content.
    private static readonly (string Path, string[] Answers)[] OfOrchard =
    [
        ("/Contents/ContentItems/{account}", [Login, Forbidden, Shown, Shown, Forbidden]),
        ("/Contents/ContentItems/{account}/Preview", [Login, Forbidden, Shown, Shown, Forbidden]),
        ("/Admin/Contents/ContentItems/{account}/Edit", [Login, Forbidden, Shown, Shown, Forbidden]),
        ("/Admin/Contents/ContentItems/{account}/Display", [Login, Forbidden, Shown, Shown, Forbidden]),
        ("/Admin/Contents/ContentTypes/Client/Create", [Login, Forbidden, Shown, Shown, Forbidden]),
        ("/Admin/Contents/ContentItems/Client", [Login, Forbidden, Shown, Shown, Shown]),
        ("/api/content/{account}", [Unknown, Unknown, Unknown, Unknown, Unknown]),
    ];

    private static readonly (string Path, string[] Answers)[] SentToOrchard =
    [
        ("/Admin/Contents/ContentItems/{account}/Clone", [Login, Forbidden, Sent, Sent, Forbidden]),
        ("/Admin/Contents/ContentItems/{account}/Unpublish", [Login, Forbidden, Sent, Sent, Forbidden]),
        ("/Admin/Contents/ContentItems/{account}/Publish", [Login, Forbidden, Sent, Sent, Forbidden]),
        ("/Admin/Contents/ContentItems/{account}/Delete", [Login, Forbidden, Sent, Sent, Forbidden]),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(Editor)]
    public async Task Orchards_own_addresses_know_clients_for_whom_they_are(int role)
    {
        var account = await OpenAccountAsync();
        await PayAsync(account, "5");
        using var browser = await BrowserAsync(role, ToContent);
        var bare = await browser.BareFormAsync("/", TokenPages[role]);

        var answers = new List<string>();
        foreach (var (path, _) in OfOrchard)
        {
            answers.Add($"{path} {Kind(await browser.AskAsync(Filled(path)))}");
        }

        foreach (var (path, _) in SentToOrchard)
        {
            answers.Add($"{path} {Kind(await browser.SendAsync(bare.To(new Uri(Site.Address, Filled(path)))))}");
        }

        Assert.Equal(OfOrchard.Concat(SentToOrchard).Select(address => $"{address.Path} {address.Answers[role]}"), answers);
        Assert.Equal(500, await BalanceAsync(account));

        string Filled(string path) => path.Replace("{account}", account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_write_all_content_takes_no_members_account()
    {
        using var member = await RegisterAsync();
        await PayAsync(member.AccountId, "7");
        using var editor = await SignInEditorAsync(ToContent);
        var bare = await editor.BareFormAsync($"/Admin/Contents/ContentItems/{member.AccountId}/Edit", "/order");
        var taken = bare.With("ClientAccountPart.Name", "Mine now").With("ClientAccountPart.Login", "coordinator");

        foreach (var button in new[] { "submit.Publish", "submit.Save", "submit.Unpublish" })
        {
            Assert.Equal(Forbidden, Kind(await editor.SendAsync(taken.With(button, button))));
        }

        Assert.Equal(700, BalanceOn(await member.Browser.GetAsync("/my-account")));
        foreach (var list in new[] { "/Admin/Contents/ContentItems", "/Admin/Contents/ContentItems/Client" })
        {
            Assert.Null((await editor.GetAsync($"{list}?q={member.Login}")).Document.QuerySelector($"a[href*='{member.AccountId}']"));
        }

        // What was refused changed nothing, not even that it is published.
        var published = await (await Fixture.AdminAsync()).GetAsync($"/Admin/Contents/ContentItems/Client?q={member.Login}+status%3APublished");
        Assert.NotNull(published.Document.QuerySelector($"a[href*='{member.AccountId}']"));
    }

    [Fact]
    public async Task A_client_named_among_clients_by_their_type_alone_is_managed_by_one_right()
    {
        using var keeper = await SignInEditorAsync("ManageClients");
        var account = await OpenAccountAsync();

        var form = (await keeper.GetAsync($"/Admin/Contents/ContentItems/{account}/Edit")).Form("form:has([name='ClientAccountPart.Name'])");
        var answer = await keeper.SubmitAsync(form.With("ClientAccountPart.Floor", "-12").With("submit.Publish", "submit.Publish"));

        Assert.Contains("has been published", answer.Notices, StringComparison.Ordinal);
        Assert.Equal(Forbidden, Kind(await keeper.AskAsync("/Admin/payments/accounts/" + account)));
    }

    [Fact]
    public async Task Who_changed_login_floor_and_status_is_in_the_audit_trail()
    {
        using var member = await RegisterAsync();
        var (login, name) = (NewName("user"), NewName("client"));
        using var other = Site.NewClient();
        await RegisterAsync(other, login);
        await EditAccountAsync(await FindAccountAsync(login), form => form.With("ClientAccountPart.Login", string.Empty));
        var account = await OpenAccountAsync(name);
        await EditAccountAsync(account, form => form.With("ClientAccountPart.Login", login).With("ClientAccountPart.Floor", "-31.25"));
        await CloseAccountAsync(account);

        var trail = await AuditAsync(account);

        Assert.Contains("Login: – → ", trail, StringComparison.Ordinal);
        Assert.Contains("Floor: – → -31.25 EUR", trail, StringComparison.Ordinal);
        Assert.Contains("Status: Open → Closed", trail, StringComparison.Ordinal);
        Assert.Contains("admin", trail, StringComparison.Ordinal);
    }

    private async Task<string> AuditAsync(string account)
    {
        var admin = await Fixture.AdminAsync();
        var list = await admin.GetAsync("/Admin/AuditTrail?q=" + Uri.EscapeDataString("id:" + account));
        var pages = new List<string>();
        foreach (var link in list.Document.QuerySelectorAll("a[href*='/AuditTrail/Display/']").Select(link => link.GetAttribute("href")!).Distinct())
        {
            pages.Add((await admin.GetAsync(link)).Text);
        }

        return string.Join(' ', pages);
    }
}

[Collection(SqliteSite.Name)]
public sealed class ContentAccessOnSqlite(SqliteSite site) : ContentAccessTests(site);

[Collection(PostgresSite.Name)]
public sealed class ContentAccessOnPostgres(PostgresSite site) : ContentAccessTests(site);

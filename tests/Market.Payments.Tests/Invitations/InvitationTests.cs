using System.Net;
using System.Text.RegularExpressions;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Invitations;

/// <summary>Only who is invited registers, where the market has it so; and who is invited waits for nobody.</summary>
public abstract partial class InvitationTests(SiteFixture fixture) : Scenario(fixture)
{
    private const string Page = "/Admin/payments/invitations";

    [Fact]
    public async Task Without_an_invitation_nobody_registers_by_whatever_door_and_reads_how_to_come_in()
    {
        using var stranger = Site.NewClient();
        var before = (await stranger.GetAsync("/Register")).Form("form:has([name='RegisterUserForm.ConfirmPassword'])");
        var login = NewName("stranger");
        await ByInvitationAsync(async () =>
        {
            Assert.Contains("Who is invited becomes a member here.", (await stranger.GetAsync("/Register")).TextOf("#invitation-needed"), StringComparison.Ordinal);

            var sent = await stranger.SubmitAsync(Filled(before, login));

            Assert.Contains("Who is invited becomes a member here.", sent.TextOf("#invitation-needed"), StringComparison.Ordinal);
        });
        Assert.Empty((await (await Fixture.AdminAsync()).GetAsync("/Admin/Users/Index?q=" + login)).Document.QuerySelectorAll("a[href*='/Users/Edit/']"));
    }

    [Fact]
    public Task Who_is_invited_registers_once_has_an_account_at_once_and_stands_as_come() => ByInvitationAsync(async () =>
    {
        var login = NewName("invited");
        var link = await InviteAsync(login);
        using var browser = Site.NewClient();

        var welcome = await RegisterByAsync(browser, link, login);

        Assert.Equal("/my-account", welcome.Address.AbsolutePath);
        Assert.Equal(0, BalanceOn(welcome));
        Assert.Equal(HttpStatusCode.NotFound, (await Site.NewClient().AskAsync(link)).Status);
        Assert.Contains($"came {login}", Row(await (await Fixture.CoordinatorAsync()).GetAsync(Page), login), StringComparison.Ordinal);
        using var again = Site.NewClient();
        Assert.NotNull((await again.GetAsync("/Register")).Document.QuerySelector("#invitation-needed"));
    });

    [Fact]
    public Task Of_two_who_register_by_one_link_at_the_same_moment_one_does() => ByInvitationAsync(async () =>
    {
        var names = (NewName("twin"), NewName("twin"));
        var link = await InviteAsync(names.Item1);
        using var one = Site.NewClient();
        using var two = Site.NewClient();
        var forms = await Task.WhenAll(FormAsync(one, link), FormAsync(two, link));

        await Task.WhenAll(one.SubmitAsync(Filled(forms[0], names.Item1)), two.SubmitAsync(Filled(forms[1], names.Item2)));

        var coordinator = await Fixture.CoordinatorAsync();
        var opened = 0;
        foreach (var name in (string[])[names.Item1, names.Item2])
        {
            opened += (await coordinator.GetAsync("/Admin/payments/clients?search=" + name)).Document.QuerySelectorAll("tbody a[href*='/payments/accounts/']").Length;
        }

        Assert.Equal(1, opened);
    });

    [Fact]
    public async Task A_list_is_invited_as_a_whole_or_not_at_all_and_who_has_a_login_is_left_out()
    {
        using var member = await RegisterAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var (ada, bob) = (NewName("ada") + "@example.org", NewName("bob") + "@example.org");

        var wrong = await SendAsync($"{ada}\nnot an address");
        Assert.Contains("these are no mail addresses: not an address", wrong.ErrorAt("Addresses"), StringComparison.Ordinal);
        Assert.DoesNotContain(ada, wrong.TextsOf("#invitations"), StringComparer.Ordinal);

        var sent = await SendAsync($"Ada <{ada}>; {bob}, {member.Login}@example.org");
        Assert.Contains("2 invitations are on their way.", sent.Notices, StringComparison.Ordinal);
        Assert.Contains($"not written to: {member.Login}@example.org", sent.Notices, StringComparison.Ordinal);
        var first = LinkIn((await new Mailbox(Site.DataFolder).WaitForAsync(ada)).Single().TextBody!);
        await new Mailbox(Site.DataFolder).WaitForAsync(bob);

        var row = (await coordinator.GetAsync(Page)).Document.QuerySelectorAll("#invitations tbody tr").Single(one => one.TextContent.Contains(ada, StringComparison.Ordinal));
        var id = row.QuerySelector("form[action$='/again']")!.GetAttribute("action")!.Split('/')[^2];
        await coordinator.SubmitAsync((await coordinator.GetAsync(Page)).FormTo($"{Page}/{id}/again"));
        var newest = (await new Mailbox(Site.DataFolder).WaitForAsync(ada, 2)).Select(mail => LinkIn(mail.TextBody!)).Single(link => link != first);
        using var visitor = Site.NewClient();
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await visitor.AskAsync(first)).Status, (await visitor.AskAsync(newest)).Status));

        await coordinator.SubmitAsync((await coordinator.GetAsync(Page)).FormTo($"{Page}/{id}/withdraw"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.AskAsync(newest)).Status);
        Assert.Contains("cancelled", Row(await coordinator.GetAsync(Page), ada), StringComparison.Ordinal);

        async Task<SitePage> SendAsync(string addresses) => await coordinator.SubmitAsync((await coordinator.GetAsync(Page)).FormTo(Page).With("Addresses", addresses));
    }

    private static string Row(SitePage page, string text) => page.TextsOf("#invitations tbody tr").Single(row => row.Contains(text, StringComparison.Ordinal));

    // Where coordinators open accounts of others, those who are invited have theirs all the same.
    private Task ByInvitationAsync(Func<Task> act) => WithSettingsAsync(
        settings => settings.WithAll(Setting(settings, "RegistrationByInvitation"), "true", "false").WithAll(Setting(settings, "AccountsByCoordinator"), "true", "false"),
        act);

    private async Task<string> InviteAsync(string login)
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var address = login + "@example.org";
        await coordinator.SubmitAsync((await coordinator.GetAsync(Page)).FormTo(Page).With("Addresses", address));
        return LinkIn((await new Mailbox(Site.DataFolder).WaitForAsync(address)).Single().TextBody!);
    }

    private static async Task<SitePage> RegisterByAsync(SiteClient browser, string link, string login) => await browser.SubmitAsync(Filled(await FormAsync(browser, link), login));

    private static async Task<SiteForm> FormAsync(SiteClient browser, string link) =>
        (await browser.SubmitAsync((await browser.GetAsync(link)).FormTo(link + "/register"))).Form("form:has([name='RegisterUserForm.ConfirmPassword'])");

    private static SiteForm Filled(SiteForm form, string login) => form
        .With("RegisterUserForm.Name", login)
        .With("RegisterUserForm.UserName", login)
        .With("RegisterUserForm.Email", login + "@example.org")
        .With("RegisterUserForm.Password", SiteOptions.DevelopmentPassword)
        .With("RegisterUserForm.ConfirmPassword", SiteOptions.DevelopmentPassword);

    private static string LinkIn(string text) => Link().Match(text).Value;

    [GeneratedRegex(@"/invitation/\S+")]
    private static partial Regex Link();
}

[Collection(SqliteSite.Name)]
public sealed class InvitationsOnSqlite(SqliteSite site) : InvitationTests(site);

[Collection(PostgresSite.Name)]
public sealed class InvitationsOnPostgres(PostgresSite site) : InvitationTests(site);

using System.Net;
using System.Text.RegularExpressions;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.MyAccount;

/// <summary>Several logins of one account: invited by mail, each under their own name, out at once.</summary>
public abstract partial class HouseholdTests(SiteFixture fixture) : Scenario(fixture)
{
    private const string Page = "/my-account/household";

    [Fact]
    public async Task Who_is_invited_registers_accepts_and_acts_on_the_account_under_their_own_name()
    {
        using var holder = await RegisterAsync();
        var (login, link) = await InvitedAsync(holder);
        using var other = Site.NewClient();
        var page = await other.GetAsync(link);
        Assert.Contains($"{holder.Login} shares an account at", page.TextOf("#invitation"), StringComparison.Ordinal);

        var accept = await RegisterByAsync(other, page, login);
        Assert.Equal(link, accept.Address.AbsolutePath);
        Assert.Contains("You have no client account yet.", (await other.GetAsync("/my-account")).Text, StringComparison.Ordinal);
        var joined = await other.SubmitAsync(accept.FormTo(link));

        Assert.Contains("You are of the household now.", joined.Notices, StringComparison.Ordinal);
        var order = await OrderAsync(other);
        Assert.Equal(-order.Total, await BalanceAsync(holder.AccountId));
        Assert.Equal(-order.Total, BalanceOn(await holder.Browser.GetAsync("/my-account")));
        var seen = await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/orders/" + order.OrderId);
        Assert.Contains(login, seen.Text, StringComparison.Ordinal);
        var confirmed = await new Mailbox(Site.DataFolder).WaitForAsync(text => text.Contains(order.OrderId, StringComparison.Ordinal));
        Assert.Equal(login + "@example.org", Mailbox.AddressOf(confirmed));
        Assert.Contains($"invited by {holder.Login}", (await holder.Browser.GetAsync(Page)).TextOf("#logins"), StringComparison.Ordinal);
        Assert.Contains(login, (await AccountPageAsync(holder.AccountId)).TextOf("#household"), StringComparison.Ordinal);
        foreach (var path in (string[])["/my-account/statement", "/my-account/data/file", "/order/mine", "/my-account/preferences"])
        {
            Assert.Equal(HttpStatusCode.OK, (await other.AskAsync(path)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Site.NewClient().AskAsync(link)).Status);
    }

    [Fact]
    public async Task Another_login_neither_invites_nor_closes_the_account_and_leaves_the_household_by_itself()
    {
        using var holder = await RegisterAsync();
        using var other = await JoinedAsync(holder);

        Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.AskAsync("/my-account/leave")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.SendAsync((await other.Browser.BareFormAsync("/my-account/leave", Page)).With("sure", "true"))).Status);
        var inviting = (await other.Browser.BareFormAsync(Page + "/invite", Page)).With("address", NewName() + "@example.org");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.SendAsync(inviting)).Status);

        var left = await other.Browser.SubmitAsync((await other.Browser.GetAsync(Page)).FormTo(Page + "/leave"));

        Assert.Contains("You left the household.", left.Notices, StringComparison.Ordinal);
        Assert.Null(left.Document.QuerySelector("[data-minor-units]"));
        Assert.Equal(0, BalanceOn(await holder.Browser.GetAsync("/my-account")));
    }

    [Fact]
    public async Task Whom_the_holder_or_a_coordinator_removes_is_out_at_once()
    {
        using var holder = await RegisterAsync();
        using var one = await JoinedAsync(holder);
        using var two = await JoinedAsync(holder);
        var form = (await holder.Browser.GetAsync(Page)).FormTo(Page + "/remove");
        var coordinator = await Fixture.CoordinatorAsync();

        Assert.Contains("sees nothing of the account any more", (await holder.Browser.SubmitAsync(form)).Notices, StringComparison.Ordinal);
        Assert.Null((await one.Browser.GetAsync("/my-account")).Document.QuerySelector("#balance"));
        Assert.NotNull((await two.Browser.GetAsync("/my-account")).Document.QuerySelector("#balance"));
        Assert.Contains("There is no such login", (await holder.Browser.SubmitAsync(form)).Notices, StringComparison.Ordinal);
        var after = await coordinator.SubmitAsync((await AccountPageAsync(holder.AccountId)).FormTo($"/Admin/payments/accounts/{holder.AccountId}/logins/remove"));

        Assert.Null(after.Document.QuerySelector("#household"));
        Assert.Null((await two.Browser.GetAsync("/my-account")).Document.QuerySelector("#balance"));
    }

    [Fact]
    public async Task Who_has_money_on_an_account_of_their_own_reads_why_not_and_a_settled_one_is_closed()
    {
        using var holder = await RegisterAsync();
        using var guest = await RegisterAsync();
        var (_, link) = await InvitedAsync(holder);
        await PayAsync(guest.AccountId, "17.31");

        var blocked = await guest.Browser.GetAsync(link);
        Assert.Contains($"The market still keeps {Euro(1731)} for you", blocked.TextOf("#reasons"), StringComparison.Ordinal);
        var forced = await guest.Browser.SendAsync(await guest.Browser.BareFormAsync(link, "/my-account"));
        Assert.Contains("The market still keeps", forced.TextOf("#reasons"), StringComparison.Ordinal);
        await (await Fixture.CoordinatorAsync()).SubmitAsync((await MoneyFormAsync(guest.AccountId, "refund")).With("Amount", "17.31").With("Method", "cash"));

        var free = await guest.Browser.GetAsync(link);
        Assert.Contains("If you accept, it is closed.", free.TextOf("#given-up"), StringComparison.Ordinal);
        await guest.Browser.SubmitAsync(free.FormTo(link));

        Assert.Contains(holder.Login, (await guest.Browser.GetAsync("/my-account")).TextOf("#statement"), StringComparison.Ordinal);
        Assert.Contains("closed", (await AccountPageAsync(guest.AccountId)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(guest.AccountId));
    }

    [Fact]
    public async Task Of_two_who_accept_one_link_at_the_same_moment_one_comes_and_of_two_invitations_one_login_accepts_one()
    {
        using var holder = await RegisterAsync();
        using var neighbour = await RegisterAsync();
        using var first = await RegisterAsync();
        using var second = await RegisterAsync();
        var (_, link) = await InvitedAsync(holder);
        var pages = await Task.WhenAll(first.Browser.GetAsync(link), second.Browser.GetAsync(link));

        await Task.WhenAll(first.Browser.SubmitAsync(pages[0].FormTo(link)), second.Browser.SubmitAsync(pages[1].FormTo(link)));

        Assert.Single((await holder.Browser.GetAsync(Page)).Document.QuerySelectorAll("#logins form"));
        var outside = (await first.Browser.GetAsync(Page)).TextOf("#logins").Contains("holder of the account", StringComparison.Ordinal)
            && (await first.Browser.GetAsync("/my-account")).TextOf("#statement").Contains(holder.Login, StringComparison.Ordinal) ? second : first;

        var (_, here) = await InvitedAsync(holder);
        var (_, there) = await InvitedAsync(neighbour);
        var forms = await Task.WhenAll(outside.Browser.GetAsync(here), outside.Browser.GetAsync(there));
        await Task.WhenAll(outside.Browser.SubmitAsync(forms[0].FormTo(here)), outside.Browser.SubmitAsync(forms[1].FormTo(there)));

        var both = (await holder.Browser.GetAsync(Page)).TextsOf("#logins form").Count + (await neighbour.Browser.GetAsync(Page)).TextsOf("#logins form").Count;
        Assert.Equal(2, both);
        Assert.Contains("You have another household", (await AcceptedLateAsync(outside, here, there)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_holder_gives_up_everybody_loses_and_a_login_that_is_deleted_is_gone()
    {
        using var holder = await RegisterAsync();
        using var one = await JoinedAsync(holder);
        using var two = await JoinedAsync(holder);
        var admin = await Fixture.AdminAsync();
        var users = await admin.GetAsync("/Admin/Users/Index?q=" + two.Login);

        var delete = users.One("a[href*='/Users/Delete/']").GetAttribute("href")!;
        await admin.SubmitAsync(await admin.BareFormAsync(delete, "/Admin/payments/settings"));
        Assert.DoesNotContain(two.Login, (await AccountPageAsync(holder.AccountId)).TextOf("#household"), StringComparison.Ordinal);

        await holder.Browser.SubmitAsync((await holder.Browser.GetAsync("/my-account/leave")).FormTo("/my-account/leave").With("sure", "true"));
        Assert.Null((await one.Browser.GetAsync("/my-account")).Document.QuerySelector("#balance"));

        await (await Fixture.CoordinatorAsync()).SubmitAsync((await AccountPageAsync(holder.AccountId)).FormTo($"/Admin/payments/accounts/{holder.AccountId}/stay"));
        Assert.Equal(0, BalanceOn(await one.Browser.GetAsync("/my-account")));
    }

    [Fact]
    public async Task Only_the_newest_link_works_there_are_so_many_and_what_is_cancelled_is_off()
    {
        using var holder = await RegisterAsync();
        using var nobody = Site.NewClient();
        var (login, link) = await InvitedAsync(holder);

        await holder.Browser.SubmitAsync((await holder.Browser.GetAsync(Page)).FormTo(Page + "/again"));
        var newest = LinkTo(login, but: link);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await nobody.AskAsync(link)).Status, (await nobody.AskAsync(newest)).Status));
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.AskAsync(newest[..^3] + "xyz")).Status);
        Assert.Contains("Please enter a mail address.", (await InviteAsync(holder, "nobody")).Notices, StringComparison.Ordinal);
        await InvitedAsync(holder);
        await InvitedAsync(holder);
        Assert.Null((await holder.Browser.GetAsync(Page)).Document.QuerySelector("#invite"));

        await holder.Browser.SubmitAsync((await holder.Browser.GetAsync(Page)).FormTo(Page + "/withdraw"));
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.AskAsync(newest)).Status);
    }

    // Whichever of the two took them, the other says why not.
    private static async Task<string> AcceptedLateAsync(Member member, params string[] links)
    {
        var said = new List<string>();
        foreach (var link in links)
        {
            var page = await member.Browser.AskAsync(link);
            said.Add(page.Status is HttpStatusCode.OK && page.TextOf("#invitation").Contains("You are of another household", StringComparison.Ordinal) ? "You have another household" : string.Empty);
        }

        return string.Concat(said);
    }

    private async Task<Member> JoinedAsync(Member holder)
    {
        var (login, link) = await InvitedAsync(holder);
        var browser = Site.NewClient();
        var accept = await RegisterByAsync(browser, await browser.GetAsync(link), login);
        await browser.SubmitAsync(accept.FormTo(link));
        return new Member(login, holder.AccountId, browser);
    }

    private static async Task<SitePage> RegisterByAsync(SiteClient browser, SitePage invitation, string login)
    {
        var page = await browser.SubmitAsync(invitation.FormTo(invitation.Address.AbsolutePath + "/register"));
        return await browser.SubmitAsync(page.Form("form:has([name='RegisterUserForm.ConfirmPassword'])")
            .With("RegisterUserForm.Name", login)
            .With("RegisterUserForm.UserName", login)
            .With("RegisterUserForm.Email", login + "@example.org")
            .With("RegisterUserForm.Password", SiteOptions.DevelopmentPassword)
            .With("RegisterUserForm.ConfirmPassword", SiteOptions.DevelopmentPassword));
    }

    private async Task<(string Login, string Link)> InvitedAsync(Member holder)
    {
        var login = NewName("guest");
        Assert.Contains("The invitation is on its way.", (await InviteAsync(holder, login + "@example.org")).Notices, StringComparison.Ordinal);
        return (login, LinkTo(login));
    }

    private static async Task<SitePage> InviteAsync(Member holder, string address) =>
        await holder.Browser.SubmitAsync((await holder.Browser.GetAsync(Page)).FormTo(Page + "/invite").With("address", address));

    private string LinkTo(string login, string? but = null) =>
        new Mailbox(Site.DataFolder).To(login + "@example.org").Select(mail => Link().Match(mail.TextBody!).Value).Single(link => link != but);

    [GeneratedRegex(@"/invitation/\S+")]
    private static partial Regex Link();
}

[Collection(SqliteSite.Name)]
public sealed class HouseholdsOnSqlite(SqliteSite site) : HouseholdTests(site);

[Collection(PostgresSite.Name)]
public sealed class HouseholdsOnPostgres(PostgresSite site) : HouseholdTests(site);

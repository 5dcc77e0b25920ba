using OtherShop.Tests.Fixtures;

namespace OtherShop.Tests;

/// <summary>A debit posted in the shop's own transaction.</summary>
public abstract class MembershipTests(ShopSite fixture) : Scenario(fixture)
{
    [Fact]
    public async Task A_membership_and_its_debit_come_together_and_a_double_tap_takes_one()
    {
        using var member = await RegisterAsync();
        var form = await TakeFormAsync(member);

        var answers = await Task.WhenAll(member.Browser.SubmitAsync(form), member.Browser.SubmitAsync(form));
        var again = await member.Browser.SubmitAsync(form);

        Assert.All([.. answers, again], answer => Assert.True(answer.IsSuccess, answer.Text));
        Assert.Contains("€20.00 are on your account.", again.Notices, StringComparison.Ordinal);
        Assert.Single(await MembershipsAsync(member));
        var (title, amount) = Assert.Single(await StatementAsync(member));
        Assert.StartsWith("Membership, ", title, StringComparison.Ordinal);
        Assert.Equal(-2000, amount);
    }

    [Fact]
    public async Task My_account_calls_it_a_membership_and_leads_to_it()
    {
        using var member = await RegisterAsync("fr");
        await member.Browser.SubmitAsync(await TakeFormAsync(member));

        var page = await member.Browser.GetAsync("/my-account");

        Assert.StartsWith("Adhésion, ", page.TextOf("main .card a[href='/memberships']"), StringComparison.Ordinal);
        Assert.StartsWith("Adhésion, ", page.TextOf("#statement li"), StringComparison.Ordinal);
        Assert.Contains("Vous êtes adhérent jusqu'au", page.TextOf("#membership"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_leads_to_what_runs_here_and_to_nothing_else()
    {
        using var member = await RegisterAsync();

        var menu = (await member.Browser.GetAsync("/my-account")).One(".site-nav");

        Assert.NotNull(menu.QuerySelector("a[href='/my-account']"));
        Assert.Null(menu.QuerySelector("a[href='/order']"));
    }

    [Fact]
    public async Task Two_forms_take_one_membership()
    {
        using var member = await RegisterAsync();
        var (one, other) = (await TakeFormAsync(member), await TakeFormAsync(member));

        await Task.WhenAll(member.Browser.SubmitAsync(one), member.Browser.SubmitAsync(other));

        Assert.Single(await MembershipsAsync(member));
        Assert.Equal(-2000, await BalanceAsync(member));
    }

    [Fact]
    public async Task Below_the_floor_nothing_is_kept_and_the_member_reads_why()
    {
        using var member = await RegisterAsync();
        await SetFloorAsync(member, "-10");
        var form = await TakeFormAsync(member);

        var refused = await member.Browser.SubmitAsync(form);

        Assert.Contains("Pay at least €10.00 first.", refused.Notices, StringComparison.Ordinal);
        Assert.Empty(await MembershipsAsync(member));
        Assert.Empty(await StatementAsync(member));

        await SetFloorAsync(member, string.Empty);
        await member.Browser.SubmitAsync(form);
        Assert.Equal(-2000, await BalanceAsync(member));
    }

    [Fact]
    public async Task A_form_without_its_key_takes_nothing_and_says_so()
    {
        using var member = await RegisterAsync();

        var answer = await member.Browser.SubmitAsync((await TakeFormAsync(member)).With("Key", "made-up"));

        Assert.Contains("This form is not complete.", answer.Notices, StringComparison.Ordinal);
        Assert.Empty(await MembershipsAsync(member));
    }

    [Fact]
    public async Task What_is_cancelled_is_taken_off_the_account_once()
    {
        using var member = await RegisterAsync();
        await member.Browser.SubmitAsync(await TakeFormAsync(member));
        var admin = await Fixture.AdminAsync();
        var cancel = await AdminFormAsync(admin, member, "cancel");

        await admin.SubmitAsync(cancel);
        var again = await admin.SubmitAsync(cancel);

        Assert.Contains("The membership is cancelled.", again.Notices, StringComparison.Ordinal);
        Assert.Equal([-2000, 2000], (await StatementAsync(member)).Select(line => line.MinorUnits));
        Assert.Contains("cancelled", Assert.Single(await MembershipsAsync(member)), StringComparison.Ordinal);
        await member.Browser.SubmitAsync(await TakeFormAsync(member));
        Assert.Equal(-2000, await BalanceAsync(member));
    }

    [Fact]
    public async Task Workflows_hear_of_it_once_it_is_kept()
    {
        using var member = await RegisterAsync();
        await member.Browser.SubmitAsync(await TakeFormAsync(member));
        var admin = await Fixture.AdminAsync();
        var membership = (await AdminFormAsync(admin, member, "renew"))["MembershipId"];

        await EventuallyAsync(() => Site.Output.Count(line => line.Contains($"Membership {membership} until", StringComparison.Ordinal)), 1);
    }

    [Fact]
    public async Task The_coordinators_pages_are_theirs()
    {
        using var member = await RegisterAsync();
        using var stranger = Site.NewClient();
        var form = await member.Browser.BareFormAsync("/Admin/memberships/cancel", "/my-account");

        Assert.Equal("/Login", (await stranger.AskAsync("/memberships")).Redirect?.AbsolutePath);
        Assert.Equal("/Login", (await stranger.AskAsync("/Admin/memberships")).Redirect?.AbsolutePath);
        Assert.Equal("/Error/403", (await member.Browser.AskAsync("/Admin/memberships")).Redirect?.AbsolutePath);
        Assert.Equal("/Error/403", (await member.Browser.SendAsync(form)).Redirect?.AbsolutePath);
    }

    [Collection(SqliteShop.Name)]
    public sealed class OnSqlite(SqliteShop fixture) : MembershipTests(fixture);

    [Collection(PostgresShop.Name)]
    public sealed class OnPostgres(PostgresShop fixture) : MembershipTests(fixture);
}

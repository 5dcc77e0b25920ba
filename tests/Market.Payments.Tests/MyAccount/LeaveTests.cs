using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.MyAccount;

/// <summary>A member leaves: not while anything is open, then at once; and a coordinator calls it off.</summary>
[Collection(SqliteSite.Name)]
public sealed class LeaveTests(SqliteSite site) : Scenario(site)
{
    private const string Page = "/my-account/leave";

    [Fact]
    public async Task Nobody_leaves_while_something_is_open_and_each_reason_is_said()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var form = await BareAsync(member);

        Assert.Contains($"You still owe the market {Euro(order.Total)}: pay it first.", (await member.Browser.SubmitAsync(form)).TextOf("#reasons"), StringComparison.Ordinal);
        await PayAsync(member.AccountId, Typed(order.Total + 113));
        var open = (await member.Browser.GetAsync(Page)).TextOf("#reasons");
        Assert.Contains($"The market still keeps {Euro(113)} for you", open, StringComparison.Ordinal);
        Assert.Contains("An order is to be collected on", open, StringComparison.Ordinal);
        Assert.DoesNotContain("left", (await AccountPageAsync(member.AccountId)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_is_out_at_once_everywhere_and_comes_back_if_a_coordinator_calls_it_off()
    {
        using var member = await RegisterAsync();
        using var elsewhere = Site.NewClient();
        await elsewhere.SignInAsync(member.Login, SiteOptions.DevelopmentPassword);
        var page = await member.Browser.GetAsync(Page);

        var unsure = await member.Browser.SubmitAsync(page.FormTo(Page));
        Assert.Contains("Tick that you are sure", unsure.Notices, StringComparison.Ordinal);
        var left = await member.Browser.SubmitAsync(page.FormTo(Page).With("sure", "true"));

        Assert.Contains("Your login is off.", left.TextOf("#left"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-minor-units", (await elsewhere.AskAsync("/my-account")).Html, StringComparison.Ordinal);
        Assert.NotNull((await member.Browser.AskAsync("/my-account")).Redirect);
        var coordinator = await Fixture.CoordinatorAsync();
        var account = await AccountPageAsync(member.AccountId);
        Assert.Contains("This client left.", account.TextOf("#leaving"), StringComparison.Ordinal);

        var back = await coordinator.SubmitAsync(account.FormTo($"/Admin/payments/accounts/{member.AccountId}/stay"));

        Assert.Contains("The account is open again, and its login works.", back.Notices, StringComparison.Ordinal);
        Assert.Null(back.Document.QuerySelector("#leaving"));
        using var again = Site.NewClient();
        await again.SignInAsync(member.Login, SiteOptions.DevelopmentPassword);
        Assert.Equal(0, BalanceOn(await again.GetAsync("/my-account")));
    }

    [Fact]
    public async Task Who_has_a_task_in_the_market_gives_it_to_somebody_else_first()
    {
        using var editor = await SignInEditorAsync();

        Assert.Contains("Your login has a task in the market.", (await editor.GetAsync(Page)).TextOf("#reasons"), StringComparison.Ordinal);
    }

    private static async Task<SiteForm> BareAsync(Member member) => (await member.Browser.BareFormAsync(Page, "/my-account")).With("sure", "true");
}

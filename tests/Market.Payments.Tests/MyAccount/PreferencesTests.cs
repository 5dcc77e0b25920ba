using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.MyAccount;

/// <summary>Mails chosen one by one, on one page.</summary>
[Collection(SqliteSite.Name)]
public sealed class PreferencesTests(SqliteSite site) : Scenario(site)
{
    private const string Page = "/my-account/preferences";

    [Fact]
    public async Task A_kind_of_mail_is_switched_off_and_on_and_the_others_stay()
    {
        using var member = await RegisterAsync();
        Assert.Equal(["receipts", "reminders"], Wanted(await member.Browser.GetAsync(Page)));

        var without = await member.Browser.SubmitAsync((await member.Browser.GetAsync(Page)).FormTo(Page + "/mails").WithAll("wanted", "receipts"));

        Assert.Contains("Your choice of mails is kept.", without.Notices, StringComparison.Ordinal);
        Assert.Equal(["receipts"], Wanted(without));
        Assert.Equal(["receipts", "reminders"], Wanted(await member.Browser.SubmitAsync(without.FormTo(Page + "/mails").WithAll("wanted", "receipts", "reminders"))));
    }

    [Fact]
    public async Task The_choice_of_reminders_is_the_one_that_links_and_coordinators_change()
    {
        using var member = await RegisterAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var reminders = "/Admin/payments/reminders/accounts/" + member.AccountId;

        await member.Browser.SubmitAsync((await member.Browser.GetAsync(Page)).FormTo(Page + "/mails").WithAll("wanted", "receipts"));

        var seen = await coordinator.GetAsync(reminders);
        Assert.True(seen.One("input[type=checkbox][name=IsOptedOut]").HasAttribute("checked"));
        await coordinator.SubmitAsync(seen.FormTo(reminders).WithAll("IsOptedOut", "false"));
        Assert.Equal(["receipts", "reminders"], Wanted(await member.Browser.GetAsync(Page)));
    }

    [Fact]
    public async Task What_is_always_sent_is_said_and_cannot_be_switched_off()
    {
        using var member = await RegisterAsync();
        var page = await member.Browser.GetAsync(Page);
        Assert.Contains("Reminders that the market has to send", page.TextOf("#always"), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("[name=shown][value=obligatory-reminders]"));

        var forged = await member.Browser.SubmitAsync(page.FormTo(Page + "/mails").WithAll("shown", "login", "obligatory-reminders").WithAll("wanted"));

        Assert.Contains("Reminders that the market has to send", forged.TextOf("#always"), StringComparison.Ordinal);
        Assert.Equal(["receipts", "reminders"], Wanted(forged));
    }

    [Fact]
    public async Task The_mail_before_orders_close_is_asked_for_here_too()
    {
        using var member = await RegisterAsync();
        var page = await member.Browser.GetAsync(Page);
        Assert.False(page.One("[name=wanted][value=orders-closing]").HasAttribute("checked"));
        Assert.Contains("Confirmations of your orders", page.TextOf("#always"), StringComparison.Ordinal);

        var asked = await member.Browser.SubmitAsync(page.FormTo(Page + "/mails").WithAll("wanted", "orders-closing", "receipts", "reminders"));

        Assert.True(asked.One("[name=wanted][value=orders-closing]").HasAttribute("checked"));
    }

    private static IEnumerable<string> Wanted(SitePage page) =>
        page.Document.QuerySelectorAll("#mails [name=wanted][checked]").Select(box => box.GetAttribute("value")!).Where(kind => kind is "receipts" or "reminders").Order(StringComparer.Ordinal);
}

using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>Payments that are promised: no part of the balance until they are received, once.</summary>
public abstract class PendingTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task What_is_announced_shows_everywhere_and_moves_no_balance()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);

        await AnnounceAsync(member.AccountId, "1,00", "transfer");

        Assert.Equal(-order.Total, await BalanceAsync(member.AccountId));
        Assert.Contains($"{Euro(100)} announced; once it arrives the balance is {Euro(100 - order.Total)}.", (await AccountPageAsync(member.AccountId)).Text, StringComparison.Ordinal);
        var mine = await member.Browser.GetAsync("/my-account");
        Assert.Contains($"A payment of {Euro(100)} you announced is on its way. Once it arrives, {Euro(order.Total - 100)} remain to pay.", mine.Text, StringComparison.Ordinal);
        var coordinator = await Fixture.CoordinatorAsync();
        Assert.Contains(member.Login, (await coordinator.GetAsync("/Admin/payments/pending")).TextOf("#pending"), StringComparison.Ordinal);
        var row = await coordinator.GetAsync("/Admin/payments/balances?search=" + member.Login);
        Assert.Contains(Euro(100), row.TextOf(".market-table tbody tr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_arrives_is_posted_once_with_its_own_amount()
    {
        var accountId = await OpenAccountAsync();
        await AnnounceAsync(accountId, "20", "transfer");
        var coordinator = await Fixture.CoordinatorAsync();
        var form = (await ReceiveFormAsync(accountId)).With("Amount", "19,50").With("Details[transfer-reference]", "VIR 7");

        var first = await coordinator.SubmitAsync(form);
        var again = await coordinator.SubmitAsync(form);

        Assert.Contains($"The payment is received. The balance is now {Euro(1950)}.", first.Notices, StringComparison.Ordinal);
        Assert.Contains("This was already recorded; it is recorded once.", again.Notices, StringComparison.Ordinal);
        var line = Assert.Single(await StatementAsync(accountId));
        Assert.Equal(1950, line.MinorUnits);
        Assert.Contains("Transfer VIR 7", line.Text, StringComparison.Ordinal);
        Assert.Empty((await AccountPageAsync(accountId)).Document.QuerySelectorAll("#pending"));
    }

    [Fact]
    public async Task A_promised_cheque_is_received_with_its_number()
    {
        var accountId = await OpenAccountAsync();
        await AnnounceAsync(accountId, "20", "cheque");
        var coordinator = await Fixture.CoordinatorAsync();
        var form = await ReceiveFormAsync(accountId);

        var refused = await coordinator.SubmitAsync(form);
        var received = await coordinator.SubmitAsync(form.With("Details[cheque-number]", "0000012"));

        Assert.Contains("Please fill in: Cheque number.", refused.Summary, StringComparison.Ordinal);
        Assert.Contains("The payment is received.", received.Notices, StringComparison.Ordinal);
        Assert.Equal(2000, Assert.Single(await StatementAsync(accountId)).MinorUnits);
    }

    [Fact]
    public async Task Of_a_form_only_the_details_that_were_asked_for_are_kept()
    {
        var accountId = await OpenAccountAsync();
        await AnnounceAsync(accountId, "20", "transfer");
        var form = await ReceiveFormAsync(accountId);

        // A detail so long is refused where it is kept.
        var received = await (await Fixture.CoordinatorAsync()).SubmitAsync(form.With("Details[anything]", new string('x', 200)));

        Assert.Contains("The payment is received.", received.Notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_will_not_arrive_is_cancelled_with_a_reason_and_posts_nothing()
    {
        var accountId = await OpenAccountAsync();
        await AnnounceAsync(accountId, "20", "transfer");
        var coordinator = await Fixture.CoordinatorAsync();
        var receive = await ReceiveFormAsync(accountId);
        var cancel = receive.To(new Uri(receive.Action.AbsoluteUri + "/cancel"));

        var unsaid = await coordinator.SubmitAsync(cancel.With("Reason", " "));
        var cancelled = await coordinator.SubmitAsync(cancel.With("Reason", "Paid in cash instead"));
        var late = await coordinator.SubmitAsync(receive);

        Assert.Contains("Please give the reason", unsaid.ErrorAt("Reason"), StringComparison.Ordinal);
        Assert.Contains("The announced payment is cancelled.", cancelled.Notices, StringComparison.Ordinal);
        Assert.Contains("This payment is no longer announced.", late.Notices, StringComparison.Ordinal);
        Assert.Empty(await StatementAsync(accountId));
        Assert.Equal(0, await BalanceAsync(accountId));
    }

    [Fact]
    public async Task The_same_form_announces_once()
    {
        var accountId = await OpenAccountAsync();
        var form = (await MoneyFormAsync(accountId, "announce")).With("Amount", "20").With("Method", "transfer");
        var coordinator = await Fixture.CoordinatorAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => coordinator.SubmitAsync(form)));

        Assert.Single((await AccountPageAsync(accountId)).Document.QuerySelectorAll("#pending tbody tr"));
    }

    [Fact]
    public async Task No_more_is_announced_than_is_owed_and_the_markets_cap_at_whatever_door()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        await WithSettingsAsync(settings => settings.With(Setting(settings, "AnnouncedCap"), "50"), async () =>
        {
            var form = (await MoneyFormAsync(member.AccountId, "announce")).With("Method", "transfer");
            var tooMuch = await (await Fixture.CoordinatorAsync()).SubmitAsync(form.With("Amount", Typed(order.Total + 5001)));
            Assert.Contains($"Of this account, {Euro(order.Total + 5000)} more may be announced at most.", tooMuch.Summary, StringComparison.Ordinal);

            await AnnounceAsync(member.AccountId, Typed(order.Total), "transfer");
            var mine = (await member.Browser.GetAsync("/my-account")).FormTo("/my-account/transfers");
            Assert.Contains($"Of this account, {Euro(5000)} more may be announced at most.", (await member.Browser.SubmitAsync(mine.With("amount", "50.01"))).Text, StringComparison.Ordinal);
            Assert.Contains("is announced", (await member.Browser.SubmitAsync(mine.With("amount", "50"))).Text, StringComparison.Ordinal);
            var last = (await member.Browser.GetAsync("/my-account")).FormTo("/my-account/transfers");
            Assert.Contains("No more may be announced of this account", (await member.Browser.SubmitAsync(last.With("amount", "0.01"))).Text, StringComparison.Ordinal);
        });
        Assert.Equal(2, (await AccountPageAsync(member.AccountId)).Document.QuerySelectorAll("#pending tbody tr").Length);
    }

    [Fact]
    public async Task The_list_of_what_is_announced_has_pages_and_says_how_many_are_overdue_on_all()
    {
        var accountId = await OpenAccountAsync();
        for (var payment = 0; payment < 51; payment++)
        {
            var form = (await MoneyFormAsync(accountId, "announce")).With("Amount", "0.01").With("Method", "transfer").With("OccurredOn", "2025-01-02");
            await (await Fixture.CoordinatorAsync()).SendAsync(form);
        }

        var coordinator = await Fixture.CoordinatorAsync();
        var first = await coordinator.GetAsync("/Admin/payments/pending");
        var second = await coordinator.GetAsync("/Admin/payments/pending?pagenum=2");

        Assert.Equal(50, first.Document.QuerySelectorAll("#pending tbody tr").Length);
        Assert.Contains("These are the oldest 50 of 51.", (await AccountPageAsync(accountId)).Text, StringComparison.Ordinal);
        Assert.NotEmpty(second.Document.QuerySelectorAll("#pending tbody tr"));
        Assert.Matches("5[1-9] payments were announced", first.TextOf("#stale"));
        Assert.Equal(first.TextOf("#stale"), second.TextOf("#stale"));

        // Gone again, so that the list is that of the other tests.
        var ids = first.Document.QuerySelectorAll("#pending input[name=Selected]").Select(box => box.GetAttribute("value")!).ToArray();
        await coordinator.SubmitAsync(first.FormTo("/Admin/payments/pending/receive").WithAll("Selected", ids));
        var left = await coordinator.GetAsync("/Admin/payments/accounts/" + accountId);
        foreach (var link in left.Document.QuerySelectorAll("#pending a[href*='/pending/']").Select(link => link.GetAttribute("href")!).Distinct())
        {
            await coordinator.SubmitAsync((await coordinator.GetAsync(link)).FormTo(link));
        }

        Assert.Equal(51, await BalanceAsync(accountId));
    }

    [Theory]
    [InlineData("0", "The amount cannot be zero.")]
    [InlineData("-5", "Enter the amount without a minus sign.")]
    [InlineData("abc", "This is not an amount.")]
    public async Task A_bad_amount_announces_nothing(string amount, string sentence)
    {
        var accountId = await OpenAccountAsync();
        var form = (await MoneyFormAsync(accountId, "announce")).With("Amount", amount).With("Method", "transfer");

        var answer = await (await Fixture.CoordinatorAsync()).SubmitAsync(form);

        Assert.Contains(sentence, answer.ErrorAt("Amount"), StringComparison.Ordinal);
        Assert.Empty((await AccountPageAsync(accountId)).Document.QuerySelectorAll("#pending"));
    }

    private async Task AnnounceAsync(string accountId, string amount, string method)
    {
        var form = (await MoneyFormAsync(accountId, "announce")).With("Amount", amount).With("Method", method);
        var answer = await (await Fixture.CoordinatorAsync()).SubmitAsync(form);
        Assert.Contains("The payment is announced.", answer.Notices, StringComparison.Ordinal);
    }

    private async Task<SiteForm> ReceiveFormAsync(string accountId)
    {
        var address = (await AccountPageAsync(accountId)).One("#pending a[href*='/pending/']").GetAttribute("href")!;
        return (await (await Fixture.CoordinatorAsync()).GetAsync(address)).FormTo(address);
    }
}

[Collection(SqliteSite.Name)]
public sealed class PendingOnSqlite(SqliteSite site) : PendingTests(site);

[Collection(PostgresSite.Name)]
public sealed class PendingOnPostgres(PostgresSite site) : PendingTests(site);

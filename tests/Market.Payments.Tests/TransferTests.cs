using System.Net;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>Paying by transfer: details and QR code, "I have made this transfer", payment links, and receiving what arrived.</summary>
public abstract class TransferTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task My_account_shows_what_to_copy_and_a_code_only_while_something_is_to_pay()
    {
        using var member = await RegisterAsync();
        var settled = await member.Browser.GetAsync("/my-account");

        await OrderAsync(member.Browser);

        var owing = await member.Browser.GetAsync("/my-account");
        Assert.Empty(settled.Document.QuerySelectorAll(".transfer-code"));
        Assert.Single(owing.Document.QuerySelectorAll(".transfer-code svg"));
        Assert.Equal(
            ["FR7630006000011234567890189", "AGRIFRPPXXX", ReferenceOn(owing)],
            owing.Document.QuerySelectorAll("[data-copy]").Select(button => button.GetAttribute("data-copy")!));
        Assert.Matches("^RF[0-9]{2}[0-9A-Z]+$", ReferenceOn(owing));
    }

    [Fact]
    public async Task A_member_announces_a_transfer_once_and_the_code_then_asks_for_the_rest()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var form = (await member.Browser.GetAsync("/my-account")).FormTo("/my-account/transfers");

        var first = await member.Browser.SubmitAsync(form.With("amount", "1.00"));
        await member.Browser.SubmitAsync(form.With("amount", "1.00"));

        Assert.Contains($"Your transfer of {Euro(100)} is announced", first.Text, StringComparison.Ordinal);
        Assert.Contains($"A payment of {Euro(100)} you announced is on its way.", first.Text, StringComparison.Ordinal);
        Assert.Contains(Euro(order.Total - 100), first.TextOf(".transfer-code figcaption"), StringComparison.Ordinal);
        Assert.Single((await AccountPageAsync(member.AccountId)).Document.QuerySelectorAll("#pending tbody tr"));
        Assert.Equal(-order.Total, await BalanceAsync(member.AccountId));
    }

    [Theory]
    [InlineData("", "Please enter an amount.")]
    [InlineData("-5", "Enter the amount without a minus sign.")]
    [InlineData("0", "The amount cannot be zero.")]
    [InlineData("5.555", "The amount has more than 2 decimals.")]
    [InlineData("999999999", "The amount is above")]
    public async Task A_wrong_amount_announces_nothing_and_says_why(string amount, string sentence)
    {
        using var member = await RegisterAsync();
        var form = (await member.Browser.GetAsync("/my-account")).FormTo("/my-account/transfers");

        var answer = await member.Browser.SubmitAsync(form.With("amount", amount));

        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Empty((await AccountPageAsync(member.AccountId)).Document.QuerySelectorAll("#pending"));
    }

    [Fact]
    public async Task A_payment_link_shows_what_is_to_pay_and_no_statement_to_whoever_holds_it()
    {
        var accountId = await OwingAccountAsync("31.50");
        using var stranger = Site.NewClient();

        var page = await stranger.GetAsync(await LinkAsync(accountId));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(Euro(3150), page.TextOf("#balance"), StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll(".transfer-code svg"));
        Assert.DoesNotContain("Opening", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("client", page.TextOf("main"), StringComparison.OrdinalIgnoreCase);
        var code = await stranger.AskAsync(await LinkAsync(accountId) + "/transfer.png");
        Assert.Equal(HttpStatusCode.OK, code.Status);
    }

    [Fact]
    public async Task A_coordinator_revokes_the_links_of_one_account()
    {
        var (accountId, other) = (await OwingAccountAsync("31.50"), await OwingAccountAsync("8.00"));
        var (link, others) = (await LinkAsync(accountId), await LinkAsync(other));
        using var stranger = Site.NewClient();
        var form = (await stranger.GetAsync(link)).FormTo(link + "/transfers");
        var coordinator = await Fixture.CoordinatorAsync();

        var answer = await coordinator.SubmitAsync((await AccountPageAsync(accountId)).FormTo($"/Admin/payments/accounts/{accountId}/links/revoke"));

        Assert.Contains("All payment links of this account are revoked", answer.Notices, StringComparison.Ordinal);
        var dead = await stranger.AskAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, dead.Status);
        Assert.Contains("This link no longer works", dead.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync(form.With("amount", "1.00"))).Status);
        Assert.Empty((await AccountPageAsync(accountId)).Document.QuerySelectorAll("#pending"));
        Assert.Equal(HttpStatusCode.OK, (await stranger.AskAsync(others)).Status);
        Assert.Equal(HttpStatusCode.OK, (await stranger.AskAsync(await LinkAsync(accountId))).Status);
        Assert.Contains("Payment links revoked", (await (await Fixture.AdminAsync()).GetAsync("/Admin/AuditTrail/" + accountId)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_takes_as_many_payments_as_the_market_says_and_the_same_form_twice()
    {
        var accountId = await OwingAccountAsync("31.50");
        using var stranger = Site.NewClient();

        await WithSettingsAsync(settings => settings.With(Setting(settings, "PaymentLinkUses"), "1"), async () =>
        {
            var link = await LinkAsync(accountId);
            var (first, second) = ((await stranger.GetAsync(link)).FormTo(link + "/transfers"), (await stranger.GetAsync(link)).FormTo(link + "/transfers"));
            Assert.NotEqual(first["key"], second["key"]);

            Assert.Contains("is announced", (await stranger.SubmitAsync(first.With("amount", "1.00"))).Text, StringComparison.Ordinal);
            Assert.Contains("is announced", (await stranger.SubmitAsync(first.With("amount", "1.00"))).Text, StringComparison.Ordinal);
            Assert.Contains("This link is used up. Nothing is announced.", (await stranger.SubmitAsync(second.With("amount", "2.00"))).Text, StringComparison.Ordinal);
        });

        Assert.Single((await AccountPageAsync(accountId)).Document.QuerySelectorAll("#pending tbody tr"));
    }

    [Fact]
    public async Task Whoever_holds_a_link_announces_a_transfer_on_that_account_only()
    {
        var accountId = await OwingAccountAsync("20");
        using var stranger = Site.NewClient();
        var form = (await stranger.GetAsync(await LinkAsync(accountId))).Form("#pay-by-transfer form");

        var answer = await stranger.SubmitAsync(form);

        Assert.Contains($"Your transfer of {Euro(2000)} is announced", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Once it arrives, nothing remains to pay.", answer.TextOf("#balance"), StringComparison.Ordinal);
        Assert.Empty(answer.Document.QuerySelectorAll(".transfer-code"));
        Assert.Contains($"{Euro(2000)} announced", (await AccountPageAsync(accountId)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_altered_opens_nothing_and_takes_nothing()
    {
        var accountId = await OwingAccountAsync("20");
        using var stranger = Site.NewClient();
        var link = await LinkAsync(accountId);
        var altered = link[..^2] + (link[^2] == 'A' ? "B" : "A") + link[^1];
        var form = (await stranger.GetAsync(link)).Form("#pay-by-transfer form");

        var page = await stranger.GetAsync(altered);
        var sent = await stranger.SendAsync(form.To(new Uri(Site.Address, altered + "/transfers")));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("This link no longer works", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("20", page.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, sent.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.AskAsync(altered + "/transfer.png")).Status);
        Assert.Empty((await AccountPageAsync(accountId)).Document.QuerySelectorAll("#pending"));
    }

    [Fact]
    public async Task A_selection_is_received_with_its_amounts_and_day_once()
    {
        var (one, other, third) = (await OwingAccountAsync("20"), await OwingAccountAsync("30"), await OwingAccountAsync("40"));
        var coordinator = await Fixture.CoordinatorAsync();
        foreach (var accountId in (string[])[one, other, third])
        {
            using var stranger = Site.NewClient();
            await stranger.SubmitAsync((await stranger.GetAsync(await LinkAsync(accountId))).Form("#pay-by-transfer form"));
        }

        var list = await coordinator.GetAsync("/Admin/payments/pending");
        var ids = new[] { one, other, third }.Select(accountId => PendingIdOf(list, accountId)).ToArray();
        var form = list.FormTo("/Admin/payments/pending/receive").WithAll("Selected", ids[0], ids[1], "nothing").With($"Amounts[{ids[1]}]", "29,50").With("OccurredOn", "2026-11-20");

        var answer = await coordinator.SubmitAsync(form);
        var again = await coordinator.SubmitAsync(form);

        Assert.Contains("2 payments are received.", answer.Notices, StringComparison.Ordinal);
        Assert.DoesNotContain("2 payments", again.Notices, StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(one));
        Assert.Equal(-50, await BalanceAsync(other));
        Assert.Equal(-4000, await BalanceAsync(third));
        Assert.Contains("11/20/2026", (await StatementAsync(one))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(2, (await StatementAsync(one)).Count);
    }

    [Fact]
    public async Task One_that_cannot_be_received_holds_up_none_of_the_others()
    {
        var (bad, good) = (await OwingAccountAsync("20"), await OwingAccountAsync("30"));
        var coordinator = await Fixture.CoordinatorAsync();
        foreach (var accountId in (string[])[bad, good])
        {
            using var stranger = Site.NewClient();
            await stranger.SubmitAsync((await stranger.GetAsync(await LinkAsync(accountId))).Form("#pay-by-transfer form"));
        }

        var list = await coordinator.GetAsync("/Admin/payments/pending");
        var form = list.FormTo("/Admin/payments/pending/receive")
            .WithAll("Selected", PendingIdOf(list, bad), PendingIdOf(list, good))
            .With($"Amounts[{PendingIdOf(list, bad)}]", "a lot");

        var answer = await coordinator.SubmitAsync(form);

        Assert.Contains("This is not an amount.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("One payment is received.", answer.Notices, StringComparison.Ordinal);
        Assert.Equal(-2000, await BalanceAsync(bad));
        Assert.Equal(0, await BalanceAsync(good));
    }

    [Fact]
    public async Task A_promised_cheque_without_its_number_is_not_received_in_a_selection()
    {
        var accountId = await OpenAccountAsync();
        var form = await MoneyFormAsync(accountId, "announce");
        var coordinator = await Fixture.CoordinatorAsync();
        await coordinator.SubmitAsync(form.With("Amount", "5").With("Method", "cheque"));

        var list = await coordinator.GetAsync("/Admin/payments/pending");

        Assert.Empty(RowOf(list, accountId).QuerySelectorAll("input"));
    }

    [Fact]
    public async Task The_coordinator_says_how_far_the_bank_is_recorded()
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var form = (await coordinator.GetAsync("/Admin/payments/bank")).FormTo("/Admin/payments/bank");

        var future = await coordinator.SubmitAsync(form.With("OccurredOn", "2099-01-01"));
        var said = await coordinator.SubmitAsync(form.With("OccurredOn", "2026-11-20"));

        Assert.Equal("This date is in the future.", future.ErrorAt("OccurredOn"));
        Assert.Contains("All transfers up to November 20, 2026 are recorded.", said.TextOf("#bank-state"), StringComparison.Ordinal);
    }

    private static string ReferenceOn(SitePage page) =>
        page.Document.QuerySelectorAll("[data-copy]").Select(button => button.GetAttribute("data-copy")!).Single(copy => copy.StartsWith("RF", StringComparison.Ordinal));

    private static AngleSharp.Dom.IElement RowOf(SitePage list, string accountId) =>
        list.Document.QuerySelectorAll("#pending tbody tr").Single(row => row.QuerySelector($"a[href$='{accountId}']") is not null);

    private static string PendingIdOf(SitePage list, string accountId) => RowOf(list, accountId).QuerySelector("input[name=Selected]")!.GetAttribute("value")!;

    private async Task<string> OwingAccountAsync(string amount)
    {
        var accountId = await OpenAccountAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var form = await MoneyFormAsync(accountId, "adjust");
        await coordinator.SubmitAsync(form.With("Amount", amount).With("Memo", "Forgotten").WithAll("InFavour", "false"));
        return accountId;
    }

    private async Task<string> LinkAsync(string accountId) =>
        new Uri((await AccountPageAsync(accountId)).One("#payment-link-address").GetAttribute("value")!).AbsolutePath;
}

[Collection(SqliteSite.Name)]
public sealed class TransferOnSqlite(SqliteSite site) : TransferTests(site);

[Collection(PostgresSite.Name)]
public sealed class TransferOnPostgres(PostgresSite site) : TransferTests(site);

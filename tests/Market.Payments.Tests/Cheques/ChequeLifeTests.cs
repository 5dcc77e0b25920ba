using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Cheques;

/// <summary>What becomes of cheques otherwise: unpaid, given back, handed over in advance, and followed while nobody looked.</summary>
public abstract class ChequeLifeTests(SiteFixture fixture) : ChequeScenario(fixture)
{
    private const string Feature = "Market.Payments.Banking";

    [Fact]
    public async Task One_that_the_bank_does_not_pay_is_owed_again_with_its_fee_once()
    {
        var accountId = await OpenAccountAsync();
        var cheque = await ReceiveAsync(accountId, "40");
        var coordinator = await Fixture.CoordinatorAsync();
        var admin = await Fixture.AdminAsync();
        var early = await coordinator.GetAsync($"/Admin/payments/cheque/{cheque.Id}/bounced");
        var number = await MakeSlipAsync(cheque);
        await BankAsync(number);
        var form = (await BounceFormAsync(cheque)).With("Amount", "12,50");
        var other = (await admin.GetAsync($"/Admin/payments/cheque/{cheque.Id}/bounced")).Form(".market-form").With("Reason", "No funds").With("Amount", "12.50");

        var unsaid = await coordinator.SubmitAsync(form.With("Reason", " "));
        var before = await coordinator.SubmitAsync(form.With("OccurredOn", "2020-01-01"));
        var wrong = await coordinator.SubmitAsync(form.With("Amount", "-1"));
        var answers = await Task.WhenAll(coordinator.SubmitAsync(form), admin.SubmitAsync(other));
        var late = await coordinator.SubmitAsync(form);

        Assert.Contains("has not been to the bank", early.Text, StringComparison.Ordinal);
        Assert.Contains("Please give the reason", unsaid.ErrorAt("Reason"), StringComparison.Ordinal);
        Assert.Contains("it did not come back before.", before.ErrorAt("Reason"), StringComparison.Ordinal);
        Assert.Contains("without a minus sign", wrong.ErrorAt("Amount"), StringComparison.Ordinal);
        Assert.Single(answers, page => page.Notices.Contains("The cheque is unpaid: its credit is reversed.", StringComparison.Ordinal));
        Assert.Contains("it is noted once", late.Notices, StringComparison.Ordinal);
        Assert.Equal([4000, -4000, -1250], (await StatementAsync(accountId)).Select(line => line.MinorUnits));
        Assert.Contains("No funds", (await StatementAsync(accountId))[1].Text, StringComparison.Ordinal);
        Assert.Equal("Bounced", await StateAsync(cheque));
        var mails = new Mailbox(Site.DataFolder);
        var mail = await mails.WaitForAsync(text => text.Contains(cheque.Number, StringComparison.Ordinal));
        Assert.Equal("coordinator@example.org", Mailbox.AddressOf(mail));
        Assert.Contains("Reason: No funds", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("/Admin/payments/cheque/" + cheque.Id, mail.TextBody, StringComparison.Ordinal);
        var lines = await JournalAsync($"IMP-{number}-1");
        Assert.Equal(2, lines.Count);
        Assert.Contains(lines, line => line.Contains(",5112,", StringComparison.Ordinal) && line.Contains(",40.00,0.00,EUR,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",512,", StringComparison.Ordinal) && line.Contains(",0.00,40.00,EUR,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_was_reversed_by_hand_still_comes_back_from_the_bank_and_is_reversed_once()
    {
        var accountId = await OpenAccountAsync();
        var cheque = await ReceiveAsync(accountId, "15");
        var coordinator = await Fixture.CoordinatorAsync();
        var number = await MakeSlipAsync(cheque);
        await BankAsync(number);
        var reverse = await coordinator.GetAsync((await StatementAsync(accountId))[0].ReverseAddress!);
        await coordinator.SubmitAsync(reverse.Form(".market-form").With("Reason", "The bank wrote"));

        var answer = await coordinator.SubmitAsync(await BounceFormAsync(cheque));

        Assert.Contains("The cheque is unpaid", answer.Notices, StringComparison.Ordinal);
        Assert.Equal([1500, -1500], (await StatementAsync(accountId)).Select(line => line.MinorUnits));
        Assert.Equal(2, (await JournalAsync($"IMP-{number}-1")).Count);
    }

    [Fact]
    public async Task Cheques_in_advance_are_announced_and_credited_by_the_slip_they_go_on()
    {
        var accountId = await OpenAccountAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var (now, later) = (NewNumber(), NewNumber());
        var form = (await HandOverFormAsync(accountId))
            .With("Bank", "La Banque Postale")
            .With("Rows[0].Number", now).With("Rows[0].Amount", "600")
            .With("Rows[1].Number", later).With("Rows[1].Amount", "601,50").With("Rows[1].BankOn", MarketCalendar.In(100));

        var taken = await coordinator.SubmitAsync(form);
        var again = await coordinator.SubmitAsync(form);

        // More than may be promised: the market holds them.
        Assert.Contains("2 cheques are taken in advance.", taken.Notices, StringComparison.Ordinal);
        Assert.Contains("it is noted once", again.Notices, StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(accountId));
        Assert.Equal(2, (await AccountPageAsync(accountId)).Document.QuerySelectorAll("#pending tbody tr").Length);
        var (first, second) = (await FindAsync(accountId, now), await FindAsync(accountId, later));
        Assert.Equal(("Ahead", "Ahead"), (first.State, second.State));
        Assert.DoesNotContain(second.Id, (await coordinator.GetAsync("/Admin/payments/cheques?filter=ThisMonth")).Html, StringComparison.Ordinal);

        var number = await MakeSlipAsync(first);
        var back = (await coordinator.GetAsync("/Admin/payments/cheque/" + second.Id)).Form("#give-back");
        var unsaid = await coordinator.SubmitAsync(back.With("Reason", ""));
        var left = await coordinator.SubmitAsync(back.With("Reason", "Leaves the group"));

        var line = Assert.Single(await StatementAsync(accountId));
        Assert.Equal(60000, line.MinorUnits);
        Assert.Contains($"{now}, La Banque Postale", line.Text, StringComparison.Ordinal);
        Assert.Contains("Please give the reason", unsaid.ErrorAt("Reason"), StringComparison.Ordinal);
        Assert.Contains("given back", left.Notices, StringComparison.Ordinal);
        Assert.Empty((await AccountPageAsync(accountId)).Document.QuerySelectorAll("#pending"));
        await BankAsync(number);
        Assert.Equal(("Banked", "GivenBack"), (await StateAsync(first), await StateAsync(second)));
    }

    [Fact]
    public async Task A_wrong_cheque_in_advance_is_named_and_none_is_taken()
    {
        var accountId = await OpenAccountAsync();
        var form = (await HandOverFormAsync(accountId)).With("Rows[0].Number", NewNumber()).With("Rows[0].Amount", "20");
        var coordinator = await Fixture.CoordinatorAsync();

        var answer = await coordinator.SubmitAsync(form
            .With("Rows[1].Number", NewNumber()).With("Rows[1].Amount", "0")
            .With("Rows[2].Amount", "5")
            .With("Rows[3].Number", "3").With("Rows[3].Amount", "5").With("Rows[3].BankOn", MarketCalendar.In(730)));
        var empty = await coordinator.SubmitAsync(await HandOverFormAsync(accountId));

        Assert.Contains("The amount cannot be zero.", answer.ErrorAt("Rows[1].Amount"), StringComparison.Ordinal);
        Assert.Contains("Please enter the number of the cheque.", answer.ErrorAt("Rows[2].Number"), StringComparison.Ordinal);
        Assert.Contains("for a year and eight days", answer.ErrorAt("Rows[3].BankOn"), StringComparison.Ordinal);
        Assert.Equal("20", answer.Form("#hand-over")["Rows[0].Amount"]);
        Assert.Contains("Fill in the cheques that are handed over.", empty.Summary, StringComparison.Ordinal);
        Assert.Empty((await AccountPageAsync(accountId)).Document.QuerySelectorAll("#pending"));
    }

    [Fact]
    public async Task One_that_is_given_back_takes_its_credit_along()
    {
        var accountId = await OpenAccountAsync();
        var cheque = await ReceiveAsync(accountId, "33");
        var coordinator = await Fixture.CoordinatorAsync();
        var back = (await coordinator.GetAsync("/Admin/payments/cheque/" + cheque.Id)).Form("#give-back").With("Reason", "Leaves");

        await Task.WhenAll(coordinator.SubmitAsync(back), coordinator.SubmitAsync(back));

        Assert.Equal([3300, -3300], (await StatementAsync(accountId)).Select(line => line.MinorUnits));
        Assert.Equal("GivenBack", await StateAsync(cheque));
    }

    [Fact]
    public async Task What_happens_while_the_module_is_off_is_read_when_it_is_back_and_the_journals_never_miss_it()
    {
        var accountId = await OpenAccountAsync();
        var (reversed, banked) = (await ReceiveAsync(accountId, "8"), await ReceiveAsync(accountId, "9"));
        var number = await MakeSlipAsync(banked);
        await BankAsync(number);
        var unseen = NewNumber();
        await SwitchAsync("Disable");
        try
        {
            var reverse = await (await Fixture.CoordinatorAsync()).GetAsync((await StatementAsync(accountId))[0].ReverseAddress!);
            await (await Fixture.CoordinatorAsync()).SubmitAsync(reverse.Form(".market-form").With("Reason", "Unseen"));
            await PayAsync(accountId, "10", "cheque", ("Details[cheque-number]", unseen));
            Assert.Equal(2, (await JournalAsync($"REM-{number}")).Count);
        }
        finally
        {
            await SwitchAsync("Enable");
        }

        Assert.Equal("InHand", (await FindAsync(accountId, unseen)).State);
        Assert.Equal(("Reversed", "Banked"), (await StateAsync(reversed), await StateAsync(banked)));
    }

    private async Task<SiteForm> HandOverFormAsync(string accountId) =>
        (await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/payments/accounts/{accountId}/cheques")).Form("#hand-over");

    private async Task SwitchAsync(string action)
    {
        var admin = await Fixture.AdminAsync();
        await admin.SubmitAsync(await admin.BareFormAsync($"/Admin/Features/{Feature}/{action}", "/Admin/payments/settings"));
    }
}

[Collection(SqliteSite.Name)]
public sealed class ChequeLifeOnSqlite(SqliteSite site) : ChequeLifeTests(site);

[Collection(PostgresSite.Name)]
public sealed class ChequeLifeOnPostgres(PostgresSite site) : ChequeLifeTests(site);

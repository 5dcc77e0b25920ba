using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>Money received, given back, corrected and taken back.</summary>
public abstract class PaymentTests(SiteFixture fixture) : Scenario(fixture)
{
    [Theory]
    [InlineData("cash", "", "", "Cash")]
    [InlineData("cheque", "Details[cheque-number]", "0098765", "Cheque 0098765")]
    [InlineData("card-terminal", "Details[terminal-ticket]", "000412", "Card at the stall (terminal) 000412")]
    [InlineData("transfer", "Details[transfer-reference]", "VIR 42", "Transfer VIR 42")]
    public async Task A_payment_raises_the_balance_and_says_how_it_was_paid(string method, string field, string value, string title)
    {
        using var member = await RegisterAsync();

        var answer = await PayAsync(member.AccountId, "12,34", method, field.Length == 0 ? [] : [(field, value)]);

        Assert.Contains($"Payment of {Euro(1234)} recorded for {member.Login}. The balance is now {Euro(1234)}.", answer.Notices, StringComparison.Ordinal);
        var line = Assert.Single(await StatementAsync(member.AccountId));
        Assert.Equal(1234, line.MinorUnits);
        Assert.Contains(title, line.Text, StringComparison.Ordinal);
        var mine = await member.Browser.GetAsync("/my-account");
        Assert.Equal(1234, BalanceOn(mine));
        Assert.Contains(title, mine.TextOf("#statement"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_members_statement_keeps_its_order_whatever_the_days_and_names_each()
    {
        using var member = await RegisterAsync();
        await PayAsync(member.AccountId, "10", fields: ("OccurredOn", "2026-03-02"));
        await PayAsync(member.AccountId, "20", fields: ("OccurredOn", "2026-02-27"));
        await PayAsync(member.AccountId, "40", fields: ("OccurredOn", "2026-03-03"));

        var lines = (await member.Browser.GetAsync("/my-account")).Document.QuerySelectorAll("#statement li").Select(line => line.TextContent).ToList();

        Assert.Collection(
            lines,
            last => AssertLine(last, "March 3, 2026", Euro(7000)),
            next => AssertLine(next, "February 27, 2026", Euro(3000)),
            first => AssertLine(first, "March 2, 2026", Euro(1000)));

        static void AssertLine(string line, string day, string balance)
        {
            Assert.Contains(day, line, StringComparison.Ordinal);
            Assert.Contains(balance, line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cheque_without_its_number_is_refused()
    {
        var accountId = await OpenAccountAsync();

        var answer = await PayAsync(accountId, "10", "cheque", ("Details[cheque-bank]", "Crédit Agricole"));

        Assert.Contains("Please fill in: Cheque number.", answer.Summary, StringComparison.Ordinal);
        Assert.Empty(await StatementAsync(accountId));
    }

    [Fact]
    public async Task A_payment_for_an_order_makes_it_paid()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        await PayAsync(member.AccountId, Typed(order.Total - 1), "cash", ("OrderId", order.OrderId));
        var partPaid = await member.Browser.GetAsync("/my-account");

        await PayAsync(member.AccountId, "0.01", "cash", ("OrderId", order.OrderId));

        Assert.Contains("part-paid", partPaid.Text, StringComparison.Ordinal);
        var paid = await member.Browser.GetAsync("/my-account");
        Assert.Equal(0, BalanceOn(paid));
        Assert.DoesNotContain("Unpaid orders", paid.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refund_lowers_the_balance()
    {
        var accountId = await OpenAccountAsync();
        await PayAsync(accountId, "50");

        var form = (await MoneyFormAsync(accountId, "refund")).With("Amount", "20.00").With("Method", "cash");
        var answer = await (await Fixture.CoordinatorAsync()).SubmitAsync(form);

        Assert.Contains($"Refund of {Euro(2000)} recorded", answer.Notices, StringComparison.Ordinal);
        Assert.Equal([5000, -2000], (await StatementAsync(accountId)).Select(line => line.MinorUnits));
        Assert.Equal(3000, await BalanceAsync(accountId));
    }

    [Theory]
    [InlineData("true", 340)]
    [InlineData("false", -340)]
    public async Task An_adjustment_goes_the_way_it_says_and_shows_its_reason(string inFavour, long minorUnits)
    {
        var accountId = await OpenAccountAsync();
        var form = (await MoneyFormAsync(accountId, "adjust")).With("InFavour", inFavour).With("Amount", "3.40").With("Memo", "Frozen leeks");

        await (await Fixture.CoordinatorAsync()).SubmitAsync(form);

        var line = Assert.Single(await StatementAsync(accountId));
        Assert.Equal(minorUnits, line.MinorUnits);
        Assert.Contains("Frozen leeks", line.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_adjustment_without_a_reason_is_refused_at_the_field(string reason)
    {
        var accountId = await OpenAccountAsync();
        var form = (await MoneyFormAsync(accountId, "adjust")).With("Amount", "3.40").With("Memo", reason);

        var answer = await (await Fixture.CoordinatorAsync()).SubmitAsync(form);

        Assert.Equal("Please give the reason; the statement shows it.", answer.ErrorAt("Memo"));
        Assert.Empty(await StatementAsync(accountId));
    }

    [Fact]
    public async Task A_reversal_shows_the_pair_and_its_reason()
    {
        var accountId = await OpenAccountAsync();
        await PayAsync(accountId, "123.00");

        await ReverseAsync(accountId, "Typed 123.00 for 12.30");

        var lines = await StatementAsync(accountId);
        Assert.Equal([12300, -12300], lines.Select(line => line.MinorUnits));
        Assert.Contains("reversed", lines[0].Text, StringComparison.Ordinal);
        Assert.Contains("Reversal", lines[1].Text, StringComparison.Ordinal);
        Assert.Contains("Typed 123.00 for 12.30", lines[1].Text, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Null(line.ReverseAddress));
        Assert.Equal(0, await BalanceAsync(accountId));
    }

    [Fact]
    public async Task A_second_reversal_of_an_operation_is_refused()
    {
        var accountId = await OpenAccountAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        await PayAsync(accountId, "10");
        var second = (await coordinator.GetAsync((await StatementAsync(accountId))[0].ReverseAddress!)).Form(".market-form").With("Reason", "Again");
        await ReverseAsync(accountId, "First");

        var answer = await coordinator.SubmitAsync(second);

        Assert.Contains("This operation has already been reversed.", answer.Summary, StringComparison.Ordinal);
        Assert.Equal(2, (await StatementAsync(accountId)).Count);
    }

    [Fact]
    public async Task A_reversal_needs_a_reason()
    {
        var accountId = await OpenAccountAsync();
        await PayAsync(accountId, "10");

        var answer = await ReverseAsync(accountId, " ");

        Assert.Equal("Please give the reason; the statement shows it.", answer.ErrorAt("Reason"));
        Assert.Single(await StatementAsync(accountId));
    }

    [Fact]
    public async Task An_operation_of_another_account_cannot_be_reversed_on_this_one()
    {
        var accountId = await OpenAccountAsync();
        var other = await OpenAccountAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        await PayAsync(accountId, "10");
        await PayAsync(other, "10");
        var form = (await coordinator.GetAsync((await StatementAsync(other))[0].ReverseAddress!)).Form(".market-form").With("Reason", "Not mine");
        var elsewhere = new Uri(form.Action.ToString().Replace(other, accountId, StringComparison.Ordinal));

        var answer = await coordinator.SendAsync(form.To(elsewhere));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.Status);
        Assert.Single(await StatementAsync(accountId));
        Assert.Single(await StatementAsync(other));
    }

    [Theory]
    [InlineData("payment")]
    [InlineData("refund")]
    public async Task A_method_that_is_switched_off_is_refused_also_on_a_form_opened_before(string door)
    {
        var accountId = await OpenAccountAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var form = (await MoneyFormAsync(accountId, door)).With("Amount", "10").With("Method", "cash");

        await WithSettingsAsync(settings => settings.WithAll(Setting(settings, "OfferedMethods"), "cheque", "transfer"), async () =>
        {
            var answer = await coordinator.SubmitAsync(form);

            Assert.Equal("The market does not offer this way to pay.", answer.ErrorAt("Method"));
            Assert.Null(answer.Document.QuerySelector("#method-cash"));
        });

        Assert.Empty(await StatementAsync(accountId));
    }

    [Fact]
    public async Task Without_payments_the_form_is_refused_also_when_opened_before()
    {
        var accountId = await OpenAccountAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var payment = (await MoneyFormAsync(accountId, "payment")).With("Amount", "10").With("Method", "cash");
        var adjustment = (await MoneyFormAsync(accountId, "adjust")).With("Amount", "10").With("Memo", "Why not");

        await WithSettingsAsync(settings => settings.WithAll(Setting(settings, "Active"), "false"), async () =>
        {
            Assert.Contains("Payments are not activated: nothing can be recorded.", (await coordinator.SubmitAsync(payment)).Notices, StringComparison.Ordinal);
            Assert.Contains("The market does not keep client accounts at the moment.", (await coordinator.SubmitAsync(adjustment)).Summary, StringComparison.Ordinal);
        });

        Assert.Empty(await StatementAsync(accountId));
    }

    [Fact]
    public async Task A_payment_to_a_closed_account_is_refused()
    {
        var accountId = await OpenAccountAsync();
        var form = (await MoneyFormAsync(accountId, "payment")).With("Amount", "10").With("Method", "cash");
        await CloseAccountAsync(accountId);

        var answer = await (await Fixture.CoordinatorAsync()).SubmitAsync(form);

        Assert.Contains("This client account is closed. Please ask a coordinator.", answer.Summary, StringComparison.Ordinal);
        Assert.Empty(await StatementAsync(accountId));
    }

    [Theory]
    [InlineData("payment")]
    [InlineData("refund")]
    [InlineData("adjust")]
    public async Task The_same_form_posts_once_and_other_values_under_its_key_are_refused(string door)
    {
        var accountId = await OpenAccountAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var form = (await MoneyFormAsync(accountId, door)).With("Amount", "10").With("Method", "cash").With("Memo", "Once");

        await coordinator.SubmitAsync(form);
        var again = await coordinator.SubmitAsync(form);
        var other = await coordinator.SubmitAsync(form.With("Amount", "11"));

        Assert.Contains("This was already recorded; it is recorded once.", again.Notices, StringComparison.Ordinal);
        Assert.Contains("This form was already sent with other values. Please open it again.", other.Summary, StringComparison.Ordinal);
        Assert.Equal(1000, Math.Abs(Assert.Single(await StatementAsync(accountId)).MinorUnits));
    }

    private async Task<SitePage> ReverseAsync(string accountId, string reason)
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var address = (await StatementAsync(accountId))[0].ReverseAddress!;
        return await coordinator.SubmitAsync((await coordinator.GetAsync(address)).Form(".market-form").With("Reason", reason));
    }
}

[Collection(SqliteSite.Name)]
public sealed class PaymentsOnSqlite(SqliteSite site) : PaymentTests(site);

[Collection(PostgresSite.Name)]
public sealed class PaymentsOnPostgres(PostgresSite site) : PaymentTests(site);

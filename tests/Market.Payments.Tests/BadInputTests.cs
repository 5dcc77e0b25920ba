using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>What is typed wrong is answered at its field, in the language of the page, and posts nothing.</summary>
public abstract class BadInputTests(SiteFixture fixture) : Scenario(fixture)
{
    private static readonly (string Typed, string English, string French)[] Amounts =
    [
        ("0", "The amount cannot be zero.", "Le montant ne peut pas être nul."),
        ("0,00", "The amount cannot be zero.", "Le montant ne peut pas être nul."),
        ("-5", "Enter the amount without a minus sign.", "Indiquez le montant sans signe moins."),
        ("1e9", "This is not an amount. Write it like", "Ce n'est pas un montant."),
        ("abc", "This is not an amount. Write it like", "Ce n'est pas un montant."),
        ("12.5.0", "This is not an amount. Write it like", "Ce n'est pas un montant."),
        ("12 €  3", "This is not an amount. Write it like", "Ce n'est pas un montant."),
        ("", "Please enter an amount.", "Indiquez un montant."),
        ("  ", "Please enter an amount.", "Indiquez un montant."),
        ("1.234", "The amount has more than 2 decimals.", "Le montant a plus de 2 décimales."),
        ("12,345", "The amount has more than 2 decimals.", "Le montant a plus de 2 décimales."),
        ("1000000000", "The amount is above", "Le montant dépasse"),
        ("1000000.01", "The amount is above", "Le montant dépasse"),
        ("1000000000000000", "The amount is above", "Le montant dépasse"),
        ("99999999999999999999999999", "The amount is above", "Le montant dépasse"),
    ];

    [Theory]
    [InlineData("payment", "en")]
    [InlineData("payment", "fr")]
    [InlineData("refund", "en")]
    [InlineData("refund", "fr")]
    [InlineData("adjust", "en")]
    [InlineData("adjust", "fr")]
    public async Task A_bad_amount_is_answered_at_its_field(string door, string language)
    {
        var accountId = await OpenAccountAsync();
        var coordinator = await Fixture.CoordinatorAsync(language);
        var form = (await MoneyFormAsync(accountId, door, coordinator)).With("Method", "cash").With("Memo", "Reason");

        var wrong = new List<string>();
        foreach (var (typed, english, french) in Amounts)
        {
            var answer = await coordinator.SubmitAsync(form.With("Amount", typed));
            if (!Plain(answer.ErrorAt("Amount")).StartsWith(language == "fr" ? french : english, StringComparison.Ordinal))
            {
                wrong.Add($"'{typed}': '{answer.ErrorAt("Amount")}'");
            }
        }

        Assert.Empty(wrong);
        Assert.Empty(await StatementAsync(accountId));
    }

    [Theory]
    [InlineData("12.50", 1250)]
    [InlineData("12,50", 1250)]
    [InlineData("12,5", 1250)]
    [InlineData("1 250", 125000)]
    [InlineData("€12.50", 1250)]
    [InlineData(" 12.50 EUR ", 1250)]
    [InlineData("1000000", 100000000)]
    public async Task A_good_amount_is_taken_as_people_type_it(string typed, long minorUnits)
    {
        var accountId = await OpenAccountAsync();

        await PayAsync(accountId, typed);

        Assert.Equal(minorUnits, await BalanceAsync(accountId));
    }

    [Theory]
    [InlineData("", "Please enter the date.")]
    [InlineData("19/11/2026", "Please enter the date.")]
    [InlineData("2026-02-30", "Please enter the date.")]
    [InlineData("1999-12-31", "Please enter the date.")]
    [InlineData("2999-01-01", "This date is in the future.")]
    public async Task A_bad_date_is_answered_at_its_field(string date, string sentence)
    {
        var accountId = await OpenAccountAsync();

        var payment = await SendAsync(accountId, "payment", form => form.With("OccurredOn", date));
        var adjustment = await SendAsync(accountId, "adjust", form => form.With("OccurredOn", date));

        Assert.Equal(sentence, payment.ErrorAt("OccurredOn"));
        Assert.Equal(sentence, adjustment.ErrorAt("OccurredOn"));
        Assert.Empty(await StatementAsync(accountId));
    }

    [Theory]
    [InlineData("bitcoin")]
    [InlineData("")]
    [InlineData("CASH")]
    public async Task An_unknown_method_is_answered_at_its_field(string method)
    {
        var accountId = await OpenAccountAsync();

        var answer = await SendAsync(accountId, "payment", form => form.With("Method", method));

        Assert.Equal("The market does not offer this way to pay.", answer.ErrorAt("Method"));
        Assert.Empty(await StatementAsync(accountId));
    }

    [Fact]
    public async Task A_payment_names_no_order_but_the_clients_own()
    {
        using var other = await RegisterAsync();
        var order = await OrderAsync(other.Browser);
        using var member = await RegisterAsync();
        await OrderAsync(member.Browser);

        var unknown = await SendAsync(member.AccountId, "payment", form => form.With("OrderId", UnknownId));
        var foreign = await SendAsync(member.AccountId, "payment", form => form.With("OrderId", order.OrderId));

        Assert.Equal("This client has no such order.", unknown.ErrorAt("OrderId"));
        Assert.Equal("This client has no such order.", foreign.ErrorAt("OrderId"));
        Assert.Single(await StatementAsync(member.AccountId));
        Assert.Equal(-order.Total, await BalanceAsync(other.AccountId));
    }

    [Theory]
    [InlineData("payment", "many")]
    [InlineData("adjust", "many")]
    [InlineData("adjust", "1")]
    public async Task A_form_that_is_refused_offers_the_orders_again(string door, string amount)
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);

        // An adjustment without a reason is refused by the ledger.
        var answer = await SendAsync(member.AccountId, door, form => form.With("Amount", amount).With("Memo", ""));

        Assert.NotEmpty(answer.TextOf($"option[value='{order.OrderId}']"));
        Assert.Single(await StatementAsync(member.AccountId));
    }

    [Theory]
    [InlineData("payment")]
    [InlineData("refund")]
    [InlineData("adjust")]
    public async Task A_form_without_its_key_is_refused(string door)
    {
        var accountId = await OpenAccountAsync();

        foreach (var change in new Func<SiteForm, SiteForm>[] { form => form.Without("Key"), form => form.With("Key", ""), form => form.With("Key", "1") })
        {
            var answer = await SendAsync(accountId, door, change);
            Assert.Equal("This form is not complete. Please open it again.", answer.ErrorAt("Key"));
        }

        Assert.Empty(await StatementAsync(accountId));
    }

    [Theory]
    [InlineData("Memo", 501, "This text is too long: Note.")]
    [InlineData("Details[transfer-reference]", 141, "This text is too long: Transfer reference.")]
    public async Task A_text_that_is_too_long_is_refused(string field, int length, string sentence)
    {
        var accountId = await OpenAccountAsync();

        var answer = await SendAsync(accountId, "payment", form => form.With("Method", "transfer").With(field, new string('x', length)));

        Assert.Contains(sentence, answer.Summary, StringComparison.Ordinal);
        Assert.Empty(await StatementAsync(accountId));
    }

    [Fact]
    public async Task What_was_typed_stays_in_the_form_that_is_shown_again()
    {
        var accountId = await OpenAccountAsync();

        var answer = await SendAsync(accountId, "payment", form => form
            .With("Amount", "abc").With("Method", "cheque").With("Details[cheque-number]", "0042").With("Memo", "<b>note</b>"));

        var form = answer.Form(".market-form");
        Assert.Equal(("abc", "cheque", "0042", "<b>note</b>"), (form["Amount"], form["Method"], form["Details[cheque-number]"], form["Memo"]));
        Assert.DoesNotContain("<b>note</b>", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_type_is_shown_as_text_and_never_run()
    {
        const string Script = "<script>alert(1)</script>";
        using var member = await RegisterAsync();
        await SendAsync(member.AccountId, "payment", form => form.With("Method", "cheque").With("Details[cheque-number]", Script).With("Memo", Script));

        foreach (var page in new[] { await member.Browser.GetAsync("/my-account"), await AccountPageAsync(member.AccountId) })
        {
            Assert.Contains(Script, page.One("#statement").TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(Script, page.Html, StringComparison.Ordinal);
        }
    }

    private async Task<SitePage> SendAsync(string accountId, string door, Func<SiteForm, SiteForm> change)
    {
        var form = (await MoneyFormAsync(accountId, door)).With("Amount", "10").With("Method", "cash").With("Memo", "Reason");
        return await (await Fixture.CoordinatorAsync()).SubmitAsync(change(form));
    }

    private static string Plain(string text) => text.Replace('\u2019', '\'');
}

[Collection(SqliteSite.Name)]
public sealed class BadInputOnSqlite(SqliteSite site) : BadInputTests(site);

[Collection(PostgresSite.Name)]
public sealed class BadInputOnPostgres(PostgresSite site) : BadInputTests(site);

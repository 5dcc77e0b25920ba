using Market.Stall.Tests.Fixtures;

namespace Market.Stall.Tests;

/// <summary>What a person may type wrong is answered with a sentence, and nothing is recorded.</summary>
public sealed class BadInputTests(OpenStall open)
{
    [Theory]
    [InlineData("en-GB", "", "Please enter an amount.")]
    [InlineData("en-GB", "twelve", "This is not an amount. Write it like €12.50.")]
    [InlineData("en-GB", "0", "The amount cannot be zero.")]
    [InlineData("en-GB", "-5", "Enter the amount without a minus sign.")]
    [InlineData("en-GB", "1.234", "The amount has more than 2 decimals.")]
    [InlineData("en-GB", "1000000.01", "The amount is above €1,000,000.00, the most one operation may be.")]
    [InlineData("fr", "douze", "Ce n'est pas un montant. Écrivez-le comme 12,50 €.")]
    [InlineData("fr", "1,234", "Le montant a plus de 2 décimales.")]
    public async Task An_amount_that_is_none_is_said_at_its_field(string language, string amount, string sentence)
    {
        using var client = open.Stall.NewClient(language);
        var account = await client.OpenAsync();
        foreach (var form in new[] { await client.PaymentFormAsync(account, amount), await client.OrderFormAsync(account, amount) })
        {
            var answer = await client.SubmitAsync(form);
            Assert.Equal(sentence, answer.ErrorAt("Amount"));
            Assert.Equal(amount, answer.Form()["Amount"]);
            Assert.Equal((0, 0), await client.StandingAsync(account));
        }
    }

    [Theory]
    [InlineData("en-GB", "12.5")]
    [InlineData("en-GB", "12,50")]
    [InlineData("en-GB", "€12.50")]
    [InlineData("fr", "12,5")]
    [InlineData("fr", "12.50 €")]
    public async Task An_amount_is_read_with_a_comma_and_with_a_point(string language, string amount)
    {
        using var client = open.Stall.NewClient(language);
        var account = await client.OpenAsync();
        await client.PayAsync(account, amount);
        Assert.Equal((1250, 1), await client.StandingAsync(account));
    }

    [Theory]
    [InlineData("cheque", "", "Please fill in: Cheque number.")]
    [InlineData("", "", "The market does not offer this way to pay.")]
    [InlineData("bitcoin", "", "The market does not offer this way to pay.")]
    public async Task A_payment_without_what_it_must_carry_is_refused(string method, string number, string sentence)
    {
        using var client = open.Stall.NewClient();
        var account = await client.OpenAsync();
        var answer = await client.SubmitAsync((await client.PaymentFormAsync(account, "5", method)).With("Details[cheque-number]", number));
        Assert.Equal(sentence, answer.Summary);
        Assert.Equal((0, 0), await client.StandingAsync(account));
    }

    [Fact]
    public async Task A_cheque_s_number_is_kept_with_it_and_with_no_other_payment()
    {
        using var client = open.Stall.NewClient();
        var account = await client.OpenAsync();
        var cheque = await client.SubmitAsync((await client.PaymentFormAsync(account, "5", "cheque")).With("Details[cheque-number]", " 0042 ").With("Details[cheque-bank]", "Crédit"));
        Assert.Contains("Cheque 0042, Crédit", cheque.TextOf("#statement"), StringComparison.Ordinal);

        await client.SubmitAsync((await client.PaymentFormAsync(account, "5", "cash")).With("Details[cheque-number]", "0043"));
        Assert.DoesNotContain("0043", await File.ReadAllTextAsync(open.Stall.Operations, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("27/11/2026")]
    [InlineData("2026-02-30")]
    public async Task A_day_that_is_none_is_said_at_its_field(string day)
    {
        using var client = open.Stall.NewClient();
        var form = (await client.OrderFormAsync(await client.OpenAsync(), "5")).With("Day", day);
        Assert.Equal("Please enter the date.", (await client.SubmitAsync(form)).ErrorAt("Day"));
    }

    [Fact]
    public async Task A_day_to_come_is_refused()
    {
        using var client = open.Stall.NewClient();
        var form = (await client.OrderFormAsync(await client.OpenAsync(), "5")).With("Day", "9998-12-31");
        Assert.Equal("This date is in the future.", (await client.SubmitAsync(form)).ErrorAt("Day"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task A_form_without_its_key_is_refused(string key)
    {
        using var client = open.Stall.NewClient();
        var account = await client.OpenAsync();
        Assert.Equal("This form is not complete. Please open it again.", (await client.SubmitAsync((await client.PaymentFormAsync(account, "5")).With("Key", key))).Summary);
        Assert.Equal((0, 0), await client.StandingAsync(account));
    }

    [Fact]
    public async Task A_name_is_needed_and_nobody_else_s()
    {
        using var client = open.Stall.NewClient();
        await client.OpenAsync("Only One");
        var form = (await client.GetAsync("/client")).Form();
        Assert.Equal("Please enter the client's name.", (await client.SubmitAsync(form.With("Name", "  "))).ErrorAt("Name"));
        Assert.Equal("The name is longer than 80 characters.", (await client.SubmitAsync(form.With("Name", new string('x', 81)))).ErrorAt("Name"));
        Assert.Equal("Another client has this name.", (await client.SubmitAsync(form.With("Name", "only one"))).ErrorAt("Name"));
    }

    [Fact]
    public async Task An_order_below_the_lowest_balance_is_refused()
    {
        await using var stall = await StallProcess.StartAsync();
        using var client = stall.NewClient();
        var settings = (await client.GetAsync("/Settings")).Form();
        Assert.Equal("This is not an amount. Write it like €12.50.", (await client.SubmitAsync(settings.With("Floor", "low"))).ErrorAt("Floor"));
        await client.SubmitAsync(settings.With("Floor", "-20"));
        var account = await client.OpenAsync();
        await client.OrderAsync(account, "15");

        var answer = await client.OrderAsync(account, "6");

        Assert.Equal(
            "The balance is -€15.00 and this order adds €6.00 to pay, but no order may take the balance below -€20.00. Pay at least €1.00 first.",
            answer.Summary);
        Assert.Equal((-1500, 1), await client.StandingAsync(account));
    }

    [Fact]
    public async Task A_method_that_is_not_ticked_is_not_shown_and_is_refused_at_the_server()
    {
        await using var stall = await StallProcess.StartAsync();
        using var client = stall.NewClient();
        var account = await client.OpenAsync();
        Assert.Contains("No way to pay is ticked yet.", (await client.GetAsync(account + "/payment")).Text, StringComparison.Ordinal);

        await client.TickAsync("cash", "transfer");
        var page = await client.GetAsync(account + "/payment");
        Assert.Equal(["Cash", "Transfer"], page.TextsOf(".method > label"));
        var answer = await client.SubmitAsync(page.Form().With("Amount", "5").With("Method", "card-terminal"));
        Assert.Equal("The market does not offer this way to pay.", answer.Summary);

        // A page that was opened before the method was unticked.
        await client.TickAsync("transfer");
        Assert.Equal("The market does not offer this way to pay.", (await client.SubmitAsync(page.Form().With("Amount", "5").With("Method", "cash"))).Summary);
        Assert.Equal((0, 0), await client.StandingAsync(account));
        await client.PayAsync(account, "5", "transfer");
        Assert.Equal((500, 1), await client.StandingAsync(account));
    }
}

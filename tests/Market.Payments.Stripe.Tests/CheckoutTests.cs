using System.Net;
using Market.Payments.Stripe.Tests.Fixtures;

namespace Market.Payments.Stripe.Tests;

/// <summary>A member pays by card, up to the hosted page and back.</summary>
public abstract class CheckoutTests(StripeFixture fixture) : StripeScenario(fixture)
{
    [Fact]
    public async Task The_happy_path_leads_to_the_hosted_page_and_back()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var account = await member.Browser.GetAsync("/my-account");

        var (sessionId, paymentId) = await SendAsync(member.Browser, account.FormTo("/pay/card").With("Pay", "all"));
        var session = stripe.Pay(sessionId);
        await SayAsync("checkout.session.completed", session);
        await BecomesAsync(member.AccountId, 0);

        Assert.Equal(order.Total, (long)session["amount_total"]!);
        Assert.Equal("eur", (string?)session["currency"]);
        var back = await member.Browser.GetAsync(new Uri((string)session["success_url"]!).PathAndQuery);
        Assert.Equal("Paid", back.One("#card-payment").GetAttribute("data-outcome"));
        Assert.Contains("Payment received", back.Text, StringComparison.Ordinal);
        Assert.Contains("Card online", (await StatementAsync(member.AccountId))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(paymentId, (string?)session["metadata"]!["market_payment"]);
    }

    [Fact]
    public async Task Several_producers_are_paid_only_where_somebody_switched_that_on()
    {
        var admin = await Fixture.AdminAsync();

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await admin.GetAsync("/Admin/payments/producers")).Status);
        Assert.Empty((await admin.GetAsync("/Admin/payments/online")).Document.QuerySelectorAll("a[href='/Admin/payments/producers']"));
    }

    [Fact]
    public async Task An_account_is_not_closed_while_money_may_come_by_an_open_page()
    {
        using var member = await RegisterAsync();
        await AskAsync(member, "15");

        var answer = await CloseAccountAsync(member.AccountId);

        Assert.StartsWith("One payment by card is not decided yet", answer.ErrorAt("ClientAccountPart.IsClosed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browser_may_never_return()
    {
        using var paid = await PaidAsync();

        Assert.Equal(paid.Amount, await BalanceAsync(paid.Member.AccountId));
    }

    [Fact]
    public async Task The_browser_may_return_before_the_webhook_which_then_changes_nothing()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, _) = await AskAsync(member, "15");
        var session = stripe.Pay(sessionId);

        var back = await member.Browser.GetAsync(new Uri((string)session["success_url"]!).PathAndQuery);

        Assert.Equal("Paid", back.One("#card-payment").GetAttribute("data-outcome"));
        Assert.Equal(1500, await BalanceAsync(member.AccountId));
        await IsInAsync("Applied", await SayAsync("checkout.session.completed", session));
        Assert.Equal(1500, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task Whoever_returns_is_told_to_wait_while_the_payment_is_held_and_no_longer_once_it_is_in_the_books()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, paymentId) = await AskAsync(member, "20");
        var session = stripe.Pay(sessionId);
        stripe.Change(sessionId, "amount_total", 2001);

        Assert.Contains("We are looking at your payment", (await member.Browser.GetAsync("/pay/card/return/" + paymentId)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(member.AccountId));

        await SayAsync("checkout.session.completed", session);
        await BecomesAsync(member.AccountId, 2000);
        Assert.Contains("Payment received", (await member.Browser.GetAsync("/pay/card/return/" + paymentId)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_returns_without_paying_is_told_so_and_can_pay_still()
    {
        using var member = await RegisterAsync();
        var (sessionId, paymentId) = await AskAsync(member, "15");

        var back = await member.Browser.GetAsync("/pay/card/return/" + paymentId);

        Assert.Contains("Not paid yet", back.Text, StringComparison.Ordinal);
        Assert.EndsWith(sessionId, back.One("a.btn-primary").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task A_page_that_lapses_is_told_and_nothing_is_posted()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, paymentId) = await AskAsync(member, "15");

        await IsInAsync("Applied", await SayAsync("checkout.session.expired", stripe.Change(sessionId, "status", "expired")));

        Assert.Contains("Nothing was taken", (await member.Browser.GetAsync("/pay/card/return/" + paymentId)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task Orders_that_are_ticked_are_paid_each_by_its_name()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var form = (await member.Browser.GetAsync("/my-account")).FormTo("/pay/card");

        var (sessionId, _) = await SendAsync(member.Browser, form.With("Pay", "orders").With("Orders", order.OrderId));
        Assert.Equal(order.Total, (long)stripe.Get(sessionId)["amount_total"]!);
        await SayAsync("checkout.session.completed", stripe.Pay(sessionId));
        await BecomesAsync(member.AccountId, 0);

        Assert.DoesNotContain("Unpaid orders", (await member.Browser.GetAsync("/my-account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_follows_ordering_leads_to_paying_that_order_until_it_is_paid()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        await PayAsync(member.AccountId, "1");
        var order = await OrderAsync(member.Browser);

        var (sessionId, _) = await SendAsync(member.Browser, order.Page.FormTo("/pay/card"));
        Assert.Equal(order.Total - 100, (long)stripe.Get(sessionId)["amount_total"]!);
        Assert.Contains($"Pay {Euro(order.Total - 100)} by card", order.Page.TextOf("#pay-order"), StringComparison.Ordinal);
        await SayAsync("checkout.session.completed", stripe.Pay(sessionId, slowly: true));
        await QuietAsync();
        Assert.Null((await member.Browser.GetAsync("/order/" + order.OrderId)).Document.QuerySelector("#pay-order"));
        await SayAsync("checkout.session.async_payment_succeeded", stripe.Settle(sessionId, succeeded: true));
        await BecomesAsync(member.AccountId, 0);

        Assert.Null((await member.Browser.GetAsync("/order/" + order.OrderId)).Document.QuerySelector("#pay-order"));
        Assert.DoesNotContain("Unpaid orders", (await member.Browser.GetAsync("/my-account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_and_the_amount_owed_are_the_servers()
    {
        var stripe = await StripeAsync();
        using var stranger = await RegisterAsync();
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var others = await OrderAsync(stranger.Browser);
        var form = (await member.Browser.GetAsync("/my-account")).FormTo("/pay/card");

        var (sessionId, _) = await SendAsync(member.Browser, form.With("Pay", "all").With("Amount", "0.01").With("AccountId", stranger.AccountId));

        Assert.Equal(order.Total, (long)stripe.Get(sessionId)["amount_total"]!);
        Assert.Equal(member.AccountId, (string?)stripe.Get(sessionId)["metadata"]!["market_account"]);
        var refused = await member.Browser.SubmitAsync(form.With("Pay", "orders").With("Orders", others.OrderId));
        Assert.Contains("paid already", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_asks_for_one_payment()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var form = (await member.Browser.GetAsync("/my-account")).FormTo("/pay/card").With("Pay", "amount").With("Amount", "12");

        var (first, _) = await SendAsync(member.Browser, form);
        var (second, _) = await SendAsync(member.Browser, form);

        Assert.Equal(first, second);
        Assert.Single(stripe.All("checkout.session"), session => (string?)session["metadata"]!["market_account"] == member.AccountId);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("orders")]
    public async Task A_form_sent_again_once_it_paid_what_it_names_leads_to_its_payment(string pay)
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var form = (await member.Browser.GetAsync("/my-account")).FormTo("/pay/card").With("Pay", pay).With("Orders", order.OrderId);
        var (sessionId, paymentId) = await SendAsync(member.Browser, form);
        var session = stripe.Pay(sessionId);
        await SayAsync("checkout.session.completed", session);
        await BecomesAsync(member.AccountId, 0);

        var again = await member.Browser.SubmitAsync(form);

        Assert.Equal("/pay/card/return/" + paymentId, again.Address.AbsolutePath);
        Assert.Equal("Paid", again.One("#card-payment").GetAttribute("data-outcome"));
    }

    [Fact]
    public async Task Of_two_pages_open_for_one_account_the_older_one_is_closed()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();

        var (first, _) = await AskAsync(member, "12");
        var (second, _) = await AskAsync(member, "13");

        Assert.Equal(("expired", "open"), ((string?)stripe.Get(first)["status"], (string?)stripe.Get(second)["status"]));
    }

    [Theory]
    [InlineData("Amount", "", "Please enter an amount.")]
    [InlineData("Amount", "-5", "Enter the amount without a minus sign.")]
    [InlineData("Amount", "0", "The amount cannot be zero.")]
    [InlineData("Amount", "1.005", "The amount has more than 2 decimals.")]
    [InlineData("Pay", "nothing", "Please choose what to pay.")]
    [InlineData("Pay", "orders", "Please tick an order.")]
    [InlineData("Pay", "all", "You owe nothing any more.")]
    [InlineData("Key", "", "This form is not complete.")]
    public async Task A_form_that_says_nothing_sensible_is_answered_with_a_sentence(string field, string value, string sentence)
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var form = (await member.Browser.GetAsync("/my-account")).FormTo("/pay/card").With("Pay", "amount").With("Amount", "12");

        var answer = await member.Browser.SubmitAsync(form.With(field, value));

        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(stripe.All("checkout.session"), session => (string?)session["metadata"]!["market_account"] == member.AccountId);
    }

    [Fact]
    public async Task A_large_amount_is_pressed_twice_and_a_small_one_refused()
    {
        await StripeAsync();
        using var member = await RegisterAsync();
        await WithSettingsAsync(
            form => form.With(Setting(form, "SoftCap"), "100").With(Setting(form, "Minimum"), "5"),
            async () =>
            {
                var form = (await member.Browser.GetAsync("/my-account")).FormTo("/pay/card").With("Pay", "amount");

                Assert.Contains("please pay €5.00 or more", (await member.Browser.SubmitAsync(form.With("Amount", "4.99"))).Text, StringComparison.Ordinal);
                var again = await member.Browser.SubmitAsync(form.With("Amount", "100.01"));
                Assert.Contains("€100.01 is a lot", again.Text, StringComparison.Ordinal);
                await SendAsync(member.Browser, again.FormTo("/pay/card"));
            });
    }

    [Fact]
    public async Task Whoever_came_by_a_link_goes_back_to_it_from_the_second_press()
    {
        await StripeAsync();
        using var member = await RegisterAsync();
        await OrderAsync(member.Browser);
        var link = new Uri((await AccountPageAsync(member.AccountId)).One("[value*='/pay/']").GetAttribute("value")!).PathAndQuery;
        using var nobody = Site.NewClient();
        await WithSettingsAsync(
            form => form.With(Setting(form, "SoftCap"), "1"),
            async () =>
            {
                var again = await nobody.SubmitAsync((await nobody.GetAsync(link)).FormTo("/pay/card").With("Pay", "all"));

                Assert.Equal(link, again.One(".pay a.btn").GetAttribute("href"));
                await SendAsync(nobody, again.FormTo("/pay/card"));
            });
    }

    [Fact]
    public async Task A_fee_on_top_is_shown_collected_and_charged_to_the_account()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        await WithSettingsAsync(
            form => form.With(Setting(form, "AddsFee"), "true").With(Setting(form, "FeePercent"), "1.4").With(Setting(form, "FeeFixed"), "0.25"),
            async () =>
            {
                Assert.Contains("A fee for the card is added", (await member.Browser.GetAsync("/my-account")).Text, StringComparison.Ordinal);
                var (sessionId, _) = await AskAsync(member, "20");
                Assert.Equal(2053, (long)stripe.Get(sessionId)["amount_total"]!);
                await SayAsync("checkout.session.completed", stripe.Pay(sessionId));
            });

        await BecomesAsync(member.AccountId, 2000);
        Assert.Equal([2000L, 53, -53], (await StatementAsync(member.AccountId)).Select(line => line.MinorUnits));
    }

    [Fact]
    public async Task A_payment_link_pays_for_its_account_without_signing_in()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var link = (await AccountPageAsync(member.AccountId)).Document.QuerySelectorAll("[value*='/pay/'], a[href*='/pay/']")
            .Select(element => element.GetAttribute("value") ?? element.GetAttribute("href")!)
            .First();
        using var nobody = Site.NewClient();

        var (sessionId, paymentId) = await SendAsync(nobody, (await nobody.GetAsync(new Uri(Site.Address, link).PathAndQuery)).FormTo("/pay/card").With("Pay", "all"));
        var session = stripe.Pay(sessionId);
        await SayAsync("checkout.session.completed", session);
        await BecomesAsync(member.AccountId, 0);

        Assert.Equal(order.Total, (long)session["amount_total"]!);
        Assert.Contains("Payment received", (await nobody.GetAsync(new Uri((string)session["success_url"]!).PathAndQuery)).Text, StringComparison.Ordinal);
        Assert.Equal("/Login", (await nobody.AskAsync("/pay/card/return/" + paymentId)).Redirect?.AbsolutePath);
    }

    [Fact]
    public async Task Whoever_is_signed_in_and_pays_by_anothers_link_comes_back_to_what_they_paid()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        using var friend = await RegisterAsync();
        await OrderAsync(member.Browser);
        var link = new Uri((await AccountPageAsync(member.AccountId)).One("[value*='/pay/']").GetAttribute("value")!).PathAndQuery;

        var (sessionId, _) = await SendAsync(friend.Browser, (await friend.Browser.GetAsync(link)).FormTo("/pay/card").With("Pay", "all"));
        var session = stripe.Pay(sessionId);

        Assert.Contains("Payment received", (await friend.Browser.GetAsync(new Uri((string)session["success_url"]!).PathAndQuery)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_is_offered_for_what_no_announced_payment_pays_of_it()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var form = (await member.Browser.GetAsync("/my-account")).FormTo("/pay/card").With("Pay", "orders").With("Orders", order.OrderId);
        var (sessionId, _) = await SendAsync(member.Browser, form);
        await SayAsync("checkout.session.completed", stripe.Pay(sessionId, slowly: true));
        await QuietAsync();

        Assert.Null((await member.Browser.GetAsync("/my-account")).Document.QuerySelector($"[name='Orders'][value='{order.OrderId}']"));
        Assert.Contains("paid already", (await member.Browser.SubmitAsync(form.With("Key", Guid.NewGuid().ToString("n")))).Text, StringComparison.Ordinal);

        await SayAsync("checkout.session.async_payment_failed", stripe.Settle(sessionId, succeeded: false));
        await QuietAsync();
        Assert.NotNull((await member.Browser.GetAsync("/my-account")).Document.QuerySelector($"[name='Orders'][value='{order.OrderId}']"));
    }

    [Fact]
    public async Task A_token_that_is_none_and_a_strangers_payment_answer_as_if_there_were_none()
    {
        await StripeAsync();
        using var member = await RegisterAsync();
        using var stranger = await RegisterAsync();
        var (_, paymentId) = await AskAsync(member, "12");
        var form = (await stranger.Browser.GetAsync("/my-account")).FormTo("/pay/card").With("Pay", "amount").With("Amount", "12");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.SendAsync(form.With("Token", "no-token"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.AskAsync("/pay/card/return/" + paymentId)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.AskAsync($"/pay/card/return/{paymentId}?t=no-ticket")).Status);
    }
}

[Collection(StripeSite.Name)]
public sealed class CheckoutOnSqlite(StripeSite site) : CheckoutTests(site);

[Collection(StripePostgresSite.Name)]
public sealed class CheckoutOnPostgres(StripePostgresSite site) : CheckoutTests(site);

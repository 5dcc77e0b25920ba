using System.Text.Json.Nodes;
using Market.Payments.Stripe.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests;

/// <summary>Stripe is busy, breaks or falls silent, words get lost: nothing is charged or given back twice, and nothing is lost.</summary>
public abstract class FaultTests(StripeFixture fixture) : StripeScenario(fixture)
{
    private static readonly FakeFault[] Busy = [FakeFault.TooManyRequests];

    private static readonly FakeFault[] Broken = [FakeFault.ServerError];

    private static readonly FakeFault[] Silent = [FakeFault.SilentAfterActing, FakeFault.SilentAfterActing, FakeFault.SilentAfterActing];

    [Theory]
    [InlineData("busy")]
    [InlineData("broken")]
    [InlineData("silent")]
    [InlineData("silent once")]
    public async Task A_checkout_that_fails_is_sent_again_and_asks_for_one_payment(string fault)
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var form = (await member.Browser.GetAsync("/my-account")).FormTo("/pay/card").With("Pay", "amount").With("Amount", "12");
        stripe.Fail("POST /v1/checkout/sessions", Of(fault));

        var answer = await member.Browser.SendAsync(form);
        if (answer.Redirect is null)
        {
            Assert.Contains("Nothing was paid. Please send the form again.", answer.Text, StringComparison.Ordinal);
            answer = await member.Browser.SendAsync(answer.FormTo("/pay/card"));
        }

        Assert.NotNull(answer.Redirect);
        Assert.Single(stripe.All("checkout.session"), session => (string?)session["metadata"]!["market_account"] == member.AccountId);
    }

    [Fact]
    public async Task A_checkout_by_a_link_that_is_sent_again_says_the_very_same_to_Stripe_in_another_language_too()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        var link = new Uri((await AccountPageAsync(member.AccountId)).One("[value*='/pay/']").GetAttribute("value")!).PathAndQuery;
        using var nobody = Site.NewClient();
        using var french = Site.NewClient("fr");
        var form = (await nobody.GetAsync(link)).FormTo("/pay/card").With("Pay", "all");
        var token = (await french.GetAsync(link)).FormTo("/pay/card")["__RequestVerificationToken"]!;
        stripe.Fail("POST /v1/checkout/sessions", Silent);

        Assert.Null((await nobody.SendAsync(form)).Redirect);
        var answer = await french.SendAsync(form.With("__RequestVerificationToken", token));

        Assert.NotNull(answer.Redirect);
        Assert.Equal(order.Total, (long)Assert.Single(stripe.All("checkout.session"), session => (string?)session["metadata"]!["market_account"] == member.AccountId)["amount_total"]!);
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("silent")]
    [InlineData("silent once")]
    public async Task A_refund_that_fails_is_sent_again_and_gives_back_once(string fault)
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var form = await RefundFormAsync(paid.PaymentId, "5");
        stripe.Fail("POST /v1/refunds", Of(fault));

        var answer = await coordinator.SubmitAsync(form);
        if (answer.Summary.Length > 0)
        {
            Assert.Contains("Stripe gave no answer", answer.Summary, StringComparison.Ordinal);
            Assert.Equal(2000, await BalanceAsync(paid.Member.AccountId));
            Assert.DoesNotContain("€20.00 can be given back", (await coordinator.GetAsync($"/Admin/payments/online/{paid.PaymentId}/refund")).Text, StringComparison.Ordinal);
            await coordinator.SubmitAsync(answer.FormTo($"/Admin/payments/online/{paid.PaymentId}/refund"));
        }

        Assert.Single(stripe.All("refund"), refund => (string?)refund["payment_intent"] == paid.IntentId);
        Assert.Equal(1500, await BalanceAsync(paid.Member.AccountId));
    }

    [Fact]
    public async Task A_refund_that_broke_stays_in_doubt_and_is_not_asked_for_under_another_key()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var path = $"/Admin/payments/online/{paid.PaymentId}/refund";
        stripe.Fail("POST /v1/refunds", Broken);

        var answer = await RefundAsync(paid.PaymentId, "15");
        answer = await coordinator.SubmitAsync(answer.FormTo(path));

        Assert.Contains("Stripe gave no answer", answer.Summary, StringComparison.Ordinal);
        var another = await coordinator.SubmitAsync((await coordinator.GetAsync(path)).FormTo(path).With("Amount", "15").With("Reason", "Again"));
        Assert.Contains("At most €5.00 can be given back", another.ErrorAt("Amount"), StringComparison.Ordinal);
        Assert.DoesNotContain(stripe.All("refund"), refund => (string?)refund["payment_intent"] == paid.IntentId);
        Assert.Equal(2000, await BalanceAsync(paid.Member.AccountId));
    }

    [Fact]
    public async Task A_refund_that_Stripe_made_in_silence_is_booked_by_its_word()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        stripe.Fail("POST /v1/refunds", Silent);
        await RefundAsync(paid.PaymentId, "5");
        Assert.Equal(2000, await BalanceAsync(paid.Member.AccountId));

        await SayAsync("refund.created", stripe.All("refund").Single(refund => (string?)refund["payment_intent"] == paid.IntentId));
        await BecomesAsync(paid.Member.AccountId, 1500);

        var page = await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/online/" + paid.PaymentId);
        Assert.DoesNotContain("Stripe has not answered", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Stripe_cannot_be_asked_about_waits()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, _) = await AskAsync(member, "20");
        var intentId = (string)stripe.Pay(sessionId)["payment_intent"]!;
        stripe.Fail("GET /v1/payment_intents/" + intentId, FakeFault.ServerError, FakeFault.ServerError, FakeFault.ServerError);

        var eventId = await SayAsync("refund.created", stripe.Refund(intentId, 500));

        await EventuallyAsync(async () => (await OnlineAsync("Waiting")).Document.QuerySelector($"[data-event='{eventId}']")?.GetAttribute("data-reason"), "NoAnswer");
        await BecomesAsync(member.AccountId, 1500);
    }

    [Fact]
    public async Task A_refund_that_Stripe_is_still_making_is_in_doubt_and_not_given_up()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var form = await RefundFormAsync(paid.PaymentId, "5");

        var answer = await WhileHeldBackAsync(stripe, () => coordinator.SubmitAsync(form));
        Assert.Contains("Stripe gave no answer", answer.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("not made", (await coordinator.GetAsync("/Admin/payments/online/" + paid.PaymentId)).Text, StringComparison.Ordinal);

        await coordinator.SubmitAsync(answer.FormTo(PathOf(paid)));
        Assert.Single(stripe.All("refund"), refund => (string?)refund["payment_intent"] == paid.IntentId);
        Assert.Equal(1500, await BalanceAsync(paid.Member.AccountId));
    }

    [Fact]
    public async Task A_page_that_Stripe_is_still_making_is_asked_for_again_and_made_once()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var form = (await member.Browser.GetAsync("/my-account")).FormTo("/pay/card").With("Pay", "amount").With("Amount", "12");

        var answer = await WhileHeldBackAsync(stripe, () => member.Browser.SubmitAsync(form));
        Assert.Contains("Nothing was paid. Please send the form again.", answer.Text, StringComparison.Ordinal);

        Assert.NotNull((await member.Browser.SendAsync(answer.FormTo("/pay/card"))).Redirect);
        Assert.Single(stripe.All("checkout.session"), session => (string?)session["metadata"]!["market_account"] == member.AccountId);
    }

    [Fact]
    public async Task A_refund_in_doubt_that_is_sent_again_for_another_reason_is_turned_away_and_stays_in_doubt()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var form = await RefundFormAsync(paid.PaymentId, "5");
        stripe.Fail("POST /v1/refunds", Silent);
        await coordinator.SubmitAsync(form);

        Assert.Contains("already sent with other values", (await coordinator.SubmitAsync(form.With("Reason", "Something else"))).Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("not made", (await coordinator.GetAsync("/Admin/payments/online/" + paid.PaymentId)).Text, StringComparison.Ordinal);

        await coordinator.SubmitAsync(form);
        Assert.Single(stripe.All("refund"), refund => (string?)refund["payment_intent"] == paid.IntentId);
        Assert.Equal(1500, await BalanceAsync(paid.Member.AccountId));
    }

    [Fact]
    public async Task A_refund_in_doubt_is_not_given_up_because_the_key_is_turned_away()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var form = await RefundFormAsync(paid.PaymentId, "5");
        stripe.Fail("POST /v1/refunds", Silent);
        await coordinator.SubmitAsync(form);

        stripe.RefusesKey = true;
        var answer = await coordinator.SubmitAsync(form);
        stripe.RefusesKey = false;
        Assert.Contains("Stripe gave no answer", answer.Summary, StringComparison.Ordinal);

        await coordinator.SubmitAsync(form);
        Assert.Single(stripe.All("refund"), refund => (string?)refund["payment_intent"] == paid.IntentId);
        Assert.Equal(1500, await BalanceAsync(paid.Member.AccountId));
    }

    [Fact]
    public async Task A_refund_that_was_given_up_and_made_all_the_same_is_shown_as_made()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var form = await RefundFormAsync(paid.PaymentId, "5");
        var coordinator = await Fixture.CoordinatorAsync();
        stripe.Fail("POST /v1/refunds", FakeFault.Forbidden);
        await coordinator.SubmitAsync(form);
        Assert.Contains("not made", (await coordinator.GetAsync("/Admin/payments/online/" + paid.PaymentId)).Text, StringComparison.Ordinal);

        await SayAsync("refund.created", stripe.Refund(paid.IntentId, 500, metadata: new JsonObject { ["market_refund"] = form["Key"] }));
        await BecomesAsync(paid.Member.AccountId, 1500);

        Assert.DoesNotContain("not made", (await coordinator.GetAsync("/Admin/payments/online/" + paid.PaymentId)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refund_sent_again_after_Stripe_forgot_its_key_gives_back_once(bool isInDoubt)
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var form = await RefundFormAsync(paid.PaymentId, "5");
        stripe.Fail("POST /v1/refunds", isInDoubt ? Silent : []);
        await coordinator.SubmitAsync(form);

        stripe.ForgetKeys();
        Assert.Contains("€5.00 are given back.", (await coordinator.SubmitAsync(form)).Notices, StringComparison.Ordinal);

        Assert.Single(stripe.All("refund"), refund => (string?)refund["payment_intent"] == paid.IntentId);
        Assert.Equal(1500, await BalanceAsync(paid.Member.AccountId));
    }

    private static string PathOf(Paid paid) => $"/Admin/payments/online/{paid.PaymentId}/refund";

    private static async Task<SitePage> WhileHeldBackAsync(FakeStripe stripe, Func<Task<SitePage>> act)
    {
        var heldBack = stripe.HeldBack = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            return await act();
        }
        finally
        {
            stripe.HeldBack = null;
            heldBack.SetResult();
        }
    }

    private static FakeFault[] Of(string fault) => fault switch
    {
        "busy" => Busy,
        "broken" => Broken,
        "silent" => Silent,
        _ => Silent[..1],
    };
}

[Collection(StripeSite.Name)]
public sealed class FaultOnSqlite(StripeSite site) : FaultTests(site);

[Collection(StripePostgresSite.Name)]
public sealed class FaultOnPostgres(StripePostgresSite site) : FaultTests(site);

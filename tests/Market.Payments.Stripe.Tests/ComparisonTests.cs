using System.Globalization;
using Market.Payments.Stripe.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests;

/// <summary>The comparison with Stripe: what never arrived is taken in however late, and what a person is told to look at is worth it.</summary>
public abstract class ComparisonTests(StripeFixture fixture) : StripeScenario(fixture)
{
    private static readonly TimeSpan Days = TimeSpan.FromDays(5);

    [Fact]
    public async Task A_payment_whose_word_was_lost_is_found_on_the_day_of_its_money()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, _) = await AskAsync(member, "20");
        var intentId = (string)stripe.Pay(sessionId)["payment_intent"]!;
        var refund = stripe.Refund(intentId, 300);
        var (paidAt, refundedAt) = (DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(-1));
        stripe.Change((string)stripe.Get(intentId)["latest_charge"]!, "created", paidAt.ToUnixTimeSeconds());
        stripe.Change((string)refund["id"]!, "created", refundedAt.ToUnixTimeSeconds());
        var dispute = stripe.Dispute(intentId, 500);
        stripe.Change((string)dispute["id"]!, "status", "lost");

        await CompareAsync();
        await QuietAsync();
        Assert.Equal(2000 - 300 - 500, await BalanceAsync(member.AccountId));

        await CompareAsync();
        var statement = await StatementAsync(member.AccountId);
        Assert.Equal(3, statement.Count);
        Assert.Contains(DayOf(paidAt), statement.Single(line => line.MinorUnits == 2000).Text, StringComparison.Ordinal);
        Assert.Contains(DayOf(refundedAt), statement.Single(line => line.MinorUnits == -300).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_slow_payment_that_is_decided_days_later_is_found(bool succeeded)
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, paymentId) = await AskAsync(member, "20");
        await SayAsync("checkout.session.completed", stripe.Pay(sessionId, slowly: true));
        await QuietAsync();
        await AgeAsync(paymentId, sessionId);
        stripe.Settle(sessionId, succeeded);

        await CompareAsync();
        await QuietAsync();

        var account = await AccountPageAsync(member.AccountId);
        Assert.Equal(succeeded ? 2000 : 0, BalanceOn(account));
        Assert.DoesNotContain("€20.00 announced", account.Text, StringComparison.Ordinal);
        Assert.Equal(succeeded ? "Paid" : "Failed", await OutcomeAsync(paymentId));
    }

    [Fact]
    public async Task A_page_that_lapsed_days_ago_is_settled()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, paymentId) = await AskAsync(member, "20");
        await AgeAsync(paymentId, sessionId);
        stripe.Change(sessionId, "status", "expired");

        await CompareAsync();
        await QuietAsync();

        Assert.Equal("Expired", await OutcomeAsync(paymentId));
    }

    [Fact]
    public async Task A_refund_in_doubt_of_an_old_payment_is_settled_by_looking()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        stripe.Fail("POST /v1/refunds", FakeFault.ServerError);
        await RefundAsync(paid.PaymentId, "15");
        await AgeAsync(paid.PaymentId, paid.SessionId);

        await CompareAsync();

        Assert.Contains("not made", (await PaymentAsync(paid.PaymentId)).Text, StringComparison.Ordinal);
        Assert.Contains("Payment of €20.00; €20.00 can be given back.", (await RefundPageAsync(paid.PaymentId)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_here_and_not_there_is_flagged_until_somebody_has_seen_it()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        stripe.Forget(paid.SessionId);
        var coordinator = await Fixture.CoordinatorAsync();

        await CompareAsync();
        var page = await OnlineAsync("Payments");
        Assert.Contains("Stripe does not know it", page.TextOf(Flag(paid.PaymentId)), StringComparison.Ordinal);
        await coordinator.SubmitAsync(page.Form(Flag(paid.PaymentId) + " form"));
        Assert.Null((await OnlineAsync("Payments")).Document.QuerySelector(Flag(paid.PaymentId)));

        await CompareAsync();
        Assert.Null((await OnlineAsync("Payments")).Document.QuerySelector(Flag(paid.PaymentId)));
        Assert.Equal(2000, await BalanceAsync(paid.Member.AccountId));
    }

    [Fact]
    public async Task What_nobody_can_have_paid_lapses_and_is_not_flagged()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, paymentId) = await AskAsync(member, "20");
        stripe.Forget(sessionId);

        await CompareAsync();

        Assert.Equal("Expired", await OutcomeAsync(paymentId));
        Assert.Null((await OnlineAsync("Payments")).Document.QuerySelector(Flag(paymentId)));
    }

    [Fact]
    public async Task What_is_held_already_is_not_taken_in_again()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, _) = await AskAsync(member, "20");
        stripe.Pay(sessionId);
        stripe.Change(sessionId, "amount_total", 2001);

        Assert.DoesNotContain(" 0 taken in", (await CompareAsync()).Notices, StringComparison.Ordinal);
        await QuietAsync();
        Assert.Contains(" 0 taken in", (await CompareAsync()).Notices, StringComparison.Ordinal);
    }

    private static string Flag(string paymentId) => $".alert:has([href$='{paymentId}'])";

    private static string DayOf(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).ToString("d", CultureInfo.GetCultureInfo("en"));

    private async Task AgeAsync(string paymentId, string sessionId)
    {
        await AgeAsync(paymentId, Days);
        (await StripeAsync()).Change(sessionId, "created", (DateTimeOffset.UtcNow - Days).ToUnixTimeSeconds());
    }

    private async Task<SitePage> PaymentAsync(string paymentId) => await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/online/" + paymentId);

    private async Task<SitePage> RefundPageAsync(string paymentId) => await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/payments/online/{paymentId}/refund");

    private async Task<string?> OutcomeAsync(string paymentId) => (await PaymentAsync(paymentId)).One("#card-payment").GetAttribute("data-outcome");
}

[Collection(StripeSite.Name)]
public sealed class ComparisonOnSqlite(StripeSite site) : ComparisonTests(site);

[Collection(StripePostgresSite.Name)]
public sealed class ComparisonOnPostgres(StripePostgresSite site) : ComparisonTests(site);

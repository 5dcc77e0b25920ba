using Market.Payments.Stripe.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests;

/// <summary>Money that goes back: refunds begun here or at Stripe, and disputes.</summary>
public abstract class MoneyBackTests(StripeFixture fixture) : StripeScenario(fixture)
{
    [Fact]
    public async Task A_refund_is_looked_at_twice_and_the_ledger_changes_by_what_Stripe_says()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();

        var answer = await RefundAsync(paid.PaymentId, "5", "Spoilt leeks");

        Assert.Contains("€5.00 are given back.", answer.Notices, StringComparison.Ordinal);
        Assert.Equal(1500, await BalanceAsync(paid.Member.AccountId));
        Assert.Contains("Test, no real money", (await StatementAsync(paid.Member.AccountId))[0].Text, StringComparison.Ordinal);
        Assert.Contains("Spoilt leeks", (await StatementAsync(paid.Member.AccountId))[^1].Text, StringComparison.Ordinal);
        var refund = stripe.All("refund").Single(refund => (string?)refund["payment_intent"] == paid.IntentId);
        await SayAsync("refund.created", refund);
        await SayAsync("charge.refunded", stripe.Get((string)refund["charge"]!));
        await QuietAsync();
        Assert.Equal(2, (await StatementAsync(paid.Member.AccountId)).Count);
    }

    [Fact]
    public async Task A_refund_in_hand_changes_nothing_until_it_succeeds_and_one_that_fails_is_taken_back()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        stripe.NextRefundStatus = "pending";
        var answer = await RefundAsync(paid.PaymentId, "5");
        stripe.NextRefundStatus = "succeeded";
        Assert.Contains("in hand", answer.Notices, StringComparison.Ordinal);
        Assert.Equal(2000, await BalanceAsync(paid.Member.AccountId));
        var id = (string)stripe.All("refund").Single(refund => (string?)refund["payment_intent"] == paid.IntentId)["id"]!;

        await SayAsync("refund.updated", stripe.Change(id, "status", "succeeded"));
        await BecomesAsync(paid.Member.AccountId, 1500);

        await SayAsync("refund.failed", stripe.Change(id, "status", "failed"));
        await BecomesAsync(paid.Member.AccountId, 2000);
        Assert.Contains("The refund failed", (await StatementAsync(paid.Member.AccountId))[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20.01", "At most €20.00 can be given back")]
    [InlineData("0", "The amount cannot be zero.")]
    [InlineData("", "Please enter an amount.")]
    public async Task No_more_goes_back_than_was_paid(string amount, string sentence)
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var path = $"/Admin/payments/online/{paid.PaymentId}/refund";
        var form = (await coordinator.GetAsync(path)).FormTo(path).With("Reason", "Because").With("Confirmed", "true");

        Assert.Equal(sentence, (await coordinator.SubmitAsync(form.With("Amount", amount))).ErrorAt("Amount")[..sentence.Length]);

        Assert.DoesNotContain(stripe.All("refund"), refund => (string?)refund["payment_intent"] == paid.IntentId);
        Assert.Equal(2000, await BalanceAsync(paid.Member.AccountId));
    }

    [Fact]
    public async Task What_Stripe_refuses_is_said_and_changes_nothing()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        stripe.Refund(paid.IntentId, 1800);

        var answer = await RefundAsync(paid.PaymentId, "5");

        Assert.Contains("Nothing was given back", answer.Notices, StringComparison.Ordinal);
        Assert.Contains("greater than unrefunded amount", answer.Notices, StringComparison.Ordinal);
        Assert.Equal(2000, await BalanceAsync(paid.Member.AccountId));
    }

    [Fact]
    public async Task A_refund_form_sent_twice_gives_back_once()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var form = await RefundFormAsync(paid.PaymentId, "5");

        await Task.WhenAll(coordinator.SubmitAsync(form), coordinator.SubmitAsync(form));
        await coordinator.SubmitAsync(form);

        Assert.Single(stripe.All("refund"), refund => (string?)refund["payment_intent"] == paid.IntentId);
        Assert.Equal(1500, await BalanceAsync(paid.Member.AccountId));
    }

    [Fact]
    public async Task A_refund_at_the_dashboard_comes_back_by_itself_also_where_only_the_charge_tells()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();

        await SayAsync("charge.refunded", stripe.Get((string)stripe.Refund(paid.IntentId, 700)["charge"]!));

        await BecomesAsync(paid.Member.AccountId, 1300);
    }

    [Fact]
    public async Task A_dispute_is_shown_debited_when_lost_and_credited_when_won_after_all()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var dispute = stripe.Dispute(paid.IntentId, 2000);
        var id = (string)dispute["id"]!;
        await SayAsync("charge.dispute.created", dispute);
        await SayAsync("charge.dispute.funds_withdrawn", dispute);
        await QuietAsync();
        Assert.Equal(2000, await BalanceAsync(paid.Member.AccountId));
        Assert.Contains("dispute: open", (await OnlineAsync("Payments")).Text, StringComparison.Ordinal);

        await SayAsync("charge.dispute.closed", stripe.Change(id, "status", "lost"), DateTimeOffset.UtcNow.AddMinutes(1));
        await BecomesAsync(paid.Member.AccountId, 0);

        await SayAsync("charge.dispute.closed", stripe.Change(id, "status", "won"), DateTimeOffset.UtcNow.AddMinutes(2));
        await SayAsync("charge.dispute.funds_reinstated", stripe.Get(id), DateTimeOffset.UtcNow.AddMinutes(2));
        await BecomesAsync(paid.Member.AccountId, 2000);
    }

    [Fact]
    public async Task An_inquiry_is_settled_by_giving_the_money_back()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var dispute = stripe.Dispute(paid.IntentId, 2000, "warning_needs_response");
        await SayAsync("charge.dispute.created", stripe.Change((string)dispute["id"]!, "is_charge_refundable", true));
        await QuietAsync();

        Assert.Contains("€20.00 are given back.", (await RefundAsync(paid.PaymentId, "20")).Notices, StringComparison.Ordinal);
        await SayAsync("charge.dispute.closed", stripe.Change((string)dispute["id"]!, "status", "warning_closed"), DateTimeOffset.UtcNow.AddMinutes(1));
        await QuietAsync();
        Assert.Equal(0, await BalanceAsync(paid.Member.AccountId));
    }

    [Fact]
    public async Task Money_is_not_given_back_where_the_books_would_not_take_it()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var form = await RefundFormAsync(paid.PaymentId, "5");
        await WithSettingsAsync(
            settings => settings.WithAll(Setting(settings, "OfferedMethods"), "cash"),
            async () => Assert.Contains("does not offer this way to pay", (await (await Fixture.CoordinatorAsync()).SubmitAsync(form)).Summary, StringComparison.Ordinal));

        Assert.DoesNotContain(stripe.All("refund"), refund => (string?)refund["payment_intent"] == paid.IntentId);
    }

    [Fact]
    public async Task What_was_given_back_and_is_held_is_said()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var form = await RefundFormAsync(paid.PaymentId, "5");
        stripe.RefundCurrency = "usd";

        var answer = await (await Fixture.CoordinatorAsync()).SubmitAsync(form);
        stripe.RefundCurrency = null;

        Assert.Contains("the books do not say so yet", answer.Notices, StringComparison.Ordinal);
        Assert.Equal(2000, await BalanceAsync(paid.Member.AccountId));
    }

    [Fact]
    public async Task A_payments_fee_is_that_of_its_charge_whatever_moves_later()
    {
        var stripe = await StripeAsync();
        await QuietAsync();
        using var paid = await PaidAsync();
        await SayAsync("payout.paid", stripe.PayOut());
        var dispute = stripe.Dispute(paid.IntentId, 500);
        stripe.WinBack((string)dispute["id"]!);
        await SayAsync("payout.paid", stripe.PayOut());
        await QuietAsync();

        Assert.Contains("€0.55", (await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/online/" + paid.PaymentId)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payout_whose_movements_are_not_told_yet_waits_for_them()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var payout = stripe.PayOut();
        stripe.IsReconciling = true;
        var eventId = await SayAsync("payout.paid", payout);
        await EventuallyAsync(async () => (await OnlineAsync("Waiting")).Document.QuerySelector($"[data-event='{eventId}']")?.GetAttribute("data-reason"), "PayoutShort");
        Assert.Contains("do not add up", (await OnlineAsync("Payouts")).TextOf($"[data-payout='{payout["id"]}']"), StringComparison.Ordinal);

        stripe.IsReconciling = false;
        await SayAsync("payout.reconciliation_completed", payout);
        await QuietAsync();

        var page = (await OnlineAsync("Payouts")).TextOf($"[data-payout='{payout["id"]}']");
        Assert.DoesNotContain("do not add up", page, StringComparison.Ordinal);
        Assert.Contains("on the bank's line", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payout_in_another_currency_says_so()
    {
        var stripe = await StripeAsync();
        var id = (string)stripe.PayOut()["id"]!;
        stripe.Change(id, "automatic", false);
        stripe.Change(id, "amount", 500);
        stripe.Change(id, "currency", "usd");
        await SayAsync("payout.created", stripe.Change(id, "status", "pending"));
        await QuietAsync();

        Assert.Contains("another currency", (await OnlineAsync("Payouts")).TextOf($"[data-payout='{id}']"), StringComparison.Ordinal);

        // It is not this market's to book.
        await SayAsync("payout.paid", stripe.Change(id, "status", "paid"), DateTimeOffset.UtcNow.AddMinutes(1));
        await QuietAsync();
        Assert.DoesNotContain(id, await JournalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payout_tells_the_banks_line_by_gross_fees_net_and_payments()
    {
        var stripe = await StripeAsync();
        await QuietAsync();
        stripe.PayOut();
        using var one = await PaidAsync(2000);
        using var two = await PaidAsync(1000);
        await SayAsync("refund.created", stripe.Refund(two.IntentId, 400));

        var payout = stripe.PayOut();
        await SayAsync("payout.paid", payout);
        await QuietAsync();

        var page = (await OnlineAsync("Payouts")).One($"[data-payout='{payout["id"]}']");
        Assert.Equal(2600 - 55 - 40, (long)payout["amount"]!);
        Assert.Contains("Received €26.00, fees €0.95, on the bank's line €25.05.", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(["payment", "payment", "refund"], page.QuerySelectorAll("td:first-child").Select(cell => cell.TextContent.Trim()).Order());
        Assert.Equal(
            [one.PaymentId, two.PaymentId, two.PaymentId],
            page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!.Split('/')[^1]).OrderBy(id => id == two.PaymentId));

        // The bank, the fees, and what Stripe held.
        var lines = (await JournalAsync()).Split("\r\n").Where(line => line.Contains((string)payout["id"]!, StringComparison.Ordinal)).ToList();
        Assert.Equal(["467", "512", "627"], lines.Select(line => line.Split(',').First(field => field is "467" or "512" or "627")).Order());
        Assert.Contains(lines, line => line.Contains(",512,", StringComparison.Ordinal) && line.Contains(",25.05,0.00,EUR,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",627,", StringComparison.Ordinal) && line.Contains(",0.95,0.00,EUR,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",467,", StringComparison.Ordinal) && line.Contains(",0.00,26.00,EUR,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_payout_that_fails_after_it_was_booked_is_booked_back_on_its_day_and_the_days_before_stay_as_they_were()
    {
        var stripe = await StripeAsync();
        await QuietAsync();
        stripe.PayOut();
        using var paid = await PaidAsync(2000);
        var payout = stripe.PayOut();
        var id = (string)payout["id"]!;
        await SayAsync("payout.paid", payout);
        await QuietAsync();
        var before = Of(await JournalAsync(to: Today));
        Assert.Equal(3, before.Count);

        await SayAsync("payout.failed", stripe.SendBack(id), DateTimeOffset.UtcNow.AddDays(2));
        await QuietAsync();

        Assert.Equal(before, Of(await JournalAsync(to: Today)));
        Assert.Equal(["467,19.45,0.00", "512,0.00,19.45"], Of(await JournalAsync(from: Today.AddDays(1))).Select(Said).Order());
        Assert.Contains("failed", (await OnlineAsync("Payouts")).TextOf($"[data-payout='{id}']"), StringComparison.Ordinal);

        // What is said again, late or in another order, books nothing more; what is sent in its stead brings the fees no second time.
        await SayAsync("payout.paid", payout);
        await SayAsync("payout.failed", stripe.Get(id), DateTimeOffset.UtcNow.AddDays(3));
        var again = stripe.PayOut();
        await SayAsync("payout.paid", again);
        await QuietAsync();
        var all = await JournalAsync();
        Assert.Equal(5, Of(all).Count);
        Assert.Equal(["467,0.00,19.45", "512,19.45,0.00"], Of(all, (string)again["id"]!).Select(Said).Order());

        List<string> Of(string journal, string? of = null) => [.. journal.Split("\r\n").Where(line => line.Contains(of ?? id, StringComparison.Ordinal))];
        string Said(string line) => string.Join(",", line.Split(',').SkipWhile(field => field is not ("467" or "512" or "627")).Where((field, place) => place == 0 || field.Contains('.', StringComparison.Ordinal)).Take(3));
    }

    [Fact]
    public async Task What_Stripe_charges_beside_the_payments_counts_as_fees()
    {
        var stripe = await StripeAsync();
        await QuietAsync();
        stripe.PayOut();
        using var paid = await PaidAsync(2000);
        stripe.Bill("fee", 200);
        stripe.Bill("tax", 40);
        stripe.Bill("network_cost", 5);

        var payout = stripe.PayOut();
        await SayAsync("payout.paid", payout);
        await QuietAsync();

        Assert.Equal(2000 - 55 - 245, (long)payout["amount"]!);
        var page = (await OnlineAsync("Payouts")).One($"[data-payout='{payout["id"]}']");
        Assert.Contains("Received €20.00, fees €3.00, on the bank's line €17.00.", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Stripe's fee", "Stripe's fee", "Stripe's fee", "payment"], page.QuerySelectorAll("td:first-child").Select(cell => cell.TextContent.Trim()).Order(StringComparer.Ordinal));
        var lines = (await JournalAsync()).Split("\r\n").Where(line => line.Contains((string)payout["id"]!, StringComparison.Ordinal)).ToList();
        Assert.Contains(lines, line => line.Contains(",627,", StringComparison.Ordinal) && line.Contains(",3.00,0.00,EUR,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",467,", StringComparison.Ordinal) && line.Contains(",0.00,20.00,EUR,", StringComparison.Ordinal));
    }

    private static DateOnly Today => MarketCalendar.Today;

    // A payout of the last days of a year arrives in the next, and a file is of one year.
    private async Task<string> JournalAsync(DateOnly? from = null, DateOnly? to = null)
    {
        var admin = await Fixture.AdminAsync();
        var lines = string.Empty;
        foreach (var year in new[] { Today.Year, Today.Year + 1 })
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            first = from > first ? from.Value : first;
            last = to < last ? to.Value : last;
            if (first <= last)
            {
                lines += (await admin.GetAsync($"/Admin/payments/journals/file?From={first:yyyy-MM-dd}&To={last:yyyy-MM-dd}&Format=Csv")).Html;
            }
        }

        return lines;
    }
}

[Collection(StripeSite.Name)]
public sealed class MoneyBackOnSqlite(StripeSite site) : MoneyBackTests(site);

[Collection(StripePostgresSite.Name)]
public sealed class MoneyBackOnPostgres(StripePostgresSite site) : MoneyBackTests(site);

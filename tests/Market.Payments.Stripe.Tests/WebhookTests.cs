using System.Net;
using System.Text.Json.Nodes;
using Market.Payments.Stripe.Tests.Fixtures;

namespace Market.Payments.Stripe.Tests;

/// <summary>What Stripe says is kept before it is answered and applied once, whatever it is, however often and late.</summary>
public abstract class WebhookTests(StripeFixture fixture) : StripeScenario(fixture)
{
    [Fact]
    public async Task An_event_that_comes_ten_times_is_applied_once()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, _) = await AskAsync(member, "20");
        var said = Event("checkout.session.completed", stripe.Pay(sessionId)).ToJsonString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostEventAsync(said)));
        await BecomesAsync(member.AccountId, 2000);
        await QuietAsync();

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Single(await StatementAsync(member.AccountId));
    }

    [Fact]
    public async Task Events_whose_ids_differ_by_case_only_are_two()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, _) = await AskAsync(member, "20");
        var paid = stripe.Pay(sessionId);
        var intent = stripe.Get((string)paid["payment_intent"]!);
        var (first, second) = (Event("checkout.session.completed", paid), Event("payment_intent.succeeded", intent));
        (first["id"], second["id"]) = ("evt_Case" + member.AccountId, "evt_case" + member.AccountId);

        await PostEventAsync(first.ToJsonString());
        await PostEventAsync(second.ToJsonString());
        await QuietAsync();

        var applied = (await OnlineAsync("Applied")).Document.QuerySelectorAll("[data-event]").Select(row => row.GetAttribute("data-event")).ToList();
        Assert.Contains("evt_Case" + member.AccountId, applied);
        Assert.Contains("evt_case" + member.AccountId, applied);
        Assert.Equal(2000, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task All_that_can_be_said_of_one_payment_may_come_backwards_and_twice()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, _) = await AskAsync(member, "20");
        var slow = stripe.Pay(sessionId, slowly: true);
        var intentId = (string)slow["payment_intent"]!;
        var said = new List<JsonObject> { Event("checkout.session.completed", slow), Event("payment_intent.processing", stripe.Get(intentId)) };
        said.Add(Event("checkout.session.async_payment_succeeded", stripe.Settle(sessionId, succeeded: true)));
        said.Add(Event("payment_intent.succeeded", stripe.Get(intentId)));
        var refund = stripe.Refund(intentId, 300);
        said.Add(Event("refund.created", refund));
        said.Add(Event("charge.refunded", stripe.Get((string)refund["charge"]!)));
        said.Add(Event("refund.updated", refund));
        var failing = stripe.Refund(intentId, 200);
        said.Add(Event("refund.created", failing));
        said.Add(Event("refund.failed", stripe.Change((string)failing["id"]!, "status", "failed"), DateTimeOffset.UtcNow.AddMinutes(1)));
        var dispute = stripe.Dispute(intentId, 500);
        said.Add(Event("charge.dispute.created", dispute));
        said.Add(Event("charge.dispute.funds_withdrawn", dispute));
        said.Add(Event("charge.dispute.closed", stripe.Change((string)dispute["id"]!, "status", "lost"), DateTimeOffset.UtcNow.AddMinutes(2)));

        foreach (var one in said.AsEnumerable().Reverse().Concat(said))
        {
            Assert.Equal(HttpStatusCode.OK, await PostEventAsync(one.ToJsonString()));
        }

        await QuietAsync();
        Assert.Equal(2000 - 300 - 500, await BalanceAsync(member.AccountId));
        Assert.DoesNotContain("announced; once", (await AccountPageAsync(member.AccountId)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_ten_days_late_is_booked_on_the_day_it_tells_of_in_the_markets_time()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, paymentId) = await AskAsync(member, "20");
        var day = DateTimeOffset.UtcNow.AddDays(-10);
        var here = TimeZoneInfo.ConvertTime(day, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

        await SayAsync("checkout.session.completed", stripe.Pay(sessionId), day);
        await BecomesAsync(member.AccountId, 2000);

        var english = System.Globalization.CultureInfo.GetCultureInfo("en");
        Assert.Contains(here.ToString("d", english), (await StatementAsync(member.AccountId))[0].Text, StringComparison.Ordinal);
        Assert.Contains("paid " + here.ToString("M/d/yyyy h:mm", english), (await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/online/" + paymentId)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amount_total", "1999", "Amount")]
    [InlineData("currency", "\"usd\"", "Currency")]
    [InlineData("currency", "\"xxx\"", "Currency")]
    [InlineData("metadata.market_account", "\"zzzzzzzzzzzzzzzzzzzzzzzzzz\"", "Account")]
    [InlineData("metadata.market_payment", "\"zzzzzzzzzzzzzzzzzzzzzzzzzz\"", "UnknownPayment")]
    [InlineData("livemode", "true", "Mode")]
    public async Task What_does_not_fit_is_held_for_a_person_and_never_posted(string field, string value, string reason)
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, _) = await AskAsync(member, "20");
        var said = Event("checkout.session.completed", stripe.Pay(sessionId));
        var subject = (JsonObject)said["data"]!["object"]!;
        if (field == "livemode")
        {
            said["livemode"] = true;
        }
        else
        {
            var path = field.Split('.');
            (path.Length == 2 ? (JsonObject)subject[path[0]]! : subject)[path[^1]] = JsonNode.Parse(value);
        }

        Assert.Equal(HttpStatusCode.OK, await PostEventAsync(said.ToJsonString()));

        Assert.Equal(reason, await IsInAsync("Held", (string)said["id"]!));
        Assert.Empty(await StatementAsync(member.AccountId));
        await RetryAsync((string)said["id"]!);
        Assert.Equal(reason, await IsInAsync("Held", (string)said["id"]!));
        Assert.Empty(await StatementAsync(member.AccountId));
    }

    [Fact]
    public async Task What_the_ledger_refuses_is_held_and_applied_once_it_may_be()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync(2000);
        var accountId = paid.Member.AccountId;
        var coordinator = await Fixture.CoordinatorAsync();
        await coordinator.SubmitAsync((await MoneyFormAsync(accountId, "refund")).With("Amount", "20.00").With("Method", "cash"));
        await CloseAccountAsync(accountId);

        // In Stripe's own dashboard, where nobody sees that the account is closed.
        var eventId = await SayAsync("refund.created", stripe.Refund(paid.IntentId, 500));
        Assert.Equal("Refused", await IsInAsync("Held", eventId));
        Assert.Contains("This client account is closed", (await OnlineAsync("Held")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(accountId));

        await EditAccountAsync(accountId, form => form.WithAll("ClientAccountPart.IsClosed", "false"));
        await RetryAsync(eventId);

        Assert.Equal(-500, await BalanceAsync(accountId));
        await IsInAsync("Applied", eventId);
    }

    [Fact]
    public async Task A_refund_before_its_payment_is_known_asks_Stripe_whose_it_is()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, _) = await AskAsync(member, "20");
        var intentId = (string)stripe.Pay(sessionId)["payment_intent"]!;

        await SayAsync("refund.created", stripe.Refund(intentId, 500));

        await BecomesAsync(member.AccountId, 1500);
    }

    [Fact]
    public async Task Unknown_types_and_what_other_shops_of_the_account_sell_are_ignored_and_what_they_tell_is_not_kept()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, _) = await AskAsync(member, "20");
        var session = stripe.Pay(sessionId);
        var others = (JsonObject)session.DeepClone();
        others["metadata"] = new JsonObject { ["shop"] = "another" };
        var stranger = (JsonObject)session.DeepClone();
        stranger["metadata"]!["market_site"] = "0123456789abcdef";

        var unknown = await SayAsync("customer.tax_id.created", new JsonObject { ["id"] = "txi_1", ["object"] = "tax_id" });
        var shop = await SayAsync("checkout.session.completed", others);
        var site = await SayAsync("checkout.session.completed", stranger);

        await IsInAsync("Ignored", unknown);
        await IsInAsync("Ignored", shop);
        await IsInAsync("Ignored", site);
        Assert.Equal(string.Empty, (string?)(await EventAsync(unknown))["Json"]);
        Assert.Equal(string.Empty, (string?)(await EventAsync(shop))["Json"]);
        Assert.Empty(await StatementAsync(member.AccountId));
    }

    [Fact]
    public async Task What_came_is_kept_whole_until_nobody_needs_it_any_more()
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        await QuietAsync();
        Assert.All(await EventsAsync(paid.PaymentId), item => Assert.NotEmpty(item["Json"]!.GetValue<string>()));

        await AgeEventsAsync(paid.PaymentId, TimeSpan.FromDays(91));

        await EventuallyAsync(async () => (await EventsAsync(paid.PaymentId)).All(item => item["Json"]!.GetValue<string>().Length == 0), true);
    }

    [Fact]
    public async Task Another_API_version_is_read_all_the_same_and_said()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, _) = await AskAsync(member, "20");
        var said = Event("checkout.session.completed", stripe.Pay(sessionId));
        said["api_version"] = "2019-12-03";

        await PostEventAsync(said.ToJsonString());

        await BecomesAsync(member.AccountId, 2000);
        Assert.Contains("API version 2019-12-03; this site speaks " + FakeStripe.ApiVersion, (await OnlineAsync("Applied")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_payment_is_announced_then_fails()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, paymentId) = await AskAsync(member, "20");
        await SayAsync("checkout.session.completed", stripe.Pay(sessionId, slowly: true));
        await QuietAsync();
        Assert.Contains("€20.00 announced", (await AccountPageAsync(member.AccountId)).Text, StringComparison.Ordinal);
        Assert.Contains("Please do not pay again", (await member.Browser.GetAsync("/pay/card/return/" + paymentId)).Text, StringComparison.Ordinal);

        await SayAsync("checkout.session.async_payment_failed", stripe.Settle(sessionId, succeeded: false));
        await QuietAsync();

        Assert.DoesNotContain("€20.00 announced", (await AccountPageAsync(member.AccountId)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task Bad_signatures_old_timestamps_and_junk_are_turned_away()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (sessionId, _) = await AskAsync(member, "20");
        var said = Event("checkout.session.completed", stripe.Pay(sessionId)).ToJsonString();
        using var http = new HttpClient { BaseAddress = Site.Address };

        Assert.Equal(HttpStatusCode.BadRequest, await PostEventAsync(said, secret: "whsec_another"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostEventAsync(said, age: TimeSpan.FromMinutes(6)));
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync("/stripe/webhook", new StringContent(said), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, await PostEventAsync("no json"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostEventAsync("[]"));
        var junk = new string('x', 1024 * 1024);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostEventAsync(junk));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await http.PostAsync("/stripe/webhook", new StringContent(junk), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync("/stripe/webhook", new StringContent(junk[..200_000]), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await PostEventAsync("""{"id":"evt_hollow","type":"refund.created","livemode":false}"""));

        Assert.Equal("Unreadable", await IsInAsync("Held", "evt_hollow"));
        Assert.Empty(await StatementAsync(member.AccountId));
    }
}

[Collection(StripeSite.Name)]
public sealed class WebhookOnSqlite(StripeSite site) : WebhookTests(site);

[Collection(StripePostgresSite.Name)]
public sealed class WebhookOnPostgres(StripePostgresSite site) : WebhookTests(site);

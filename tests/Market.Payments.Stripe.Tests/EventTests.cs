using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Market.Payments.Stripe.Inbox;
using Market.Payments.Stripe.Tests.Fixtures;

namespace Market.Payments.Stripe.Tests;

/// <summary>Each type of event that something is done about, in each way it may come: the books are told to the operation, and what does not fit is held.</summary>
public abstract class EventTests(StripeFixture fixture) : StripeScenario(fixture)
{
    public static TheoryData<string> Types => [.. StripeLife.All.Select(life => life.Type)];

    public static TheoryData<string, string> PayoutTypes => new()
    {
        { "payout.created", "on its way" },
        { "payout.updated", "on its way" },
        { "payout.paid", "paid" },
        { "payout.failed", "failed" },
        { "payout.canceled", "called off" },
        { "payout.reconciliation_completed", "paid" },
    };

    [Fact]
    public void No_type_is_forgotten() =>
        Assert.Equal(StripeNewsReader.Handled.Order(), StripeLife.All.Select(life => life.Type).Concat(PayoutTypes.Select(row => row.Data.Item1)).Order());

    [Theory]
    [MemberData(nameof(Types))]
    public async Task An_event_about_a_payment_does_to_the_books_what_it_says_and_once(string type)
    {
        var stripe = await StripeAsync();
        var life = StripeLife.All.Single(life => life.Type == type);
        using var member = await RegisterAsync();
        var form = (await member.Browser.GetAsync("/my-account")).FormTo("/pay/card").With("Pay", "amount");
        var (now, tenDaysAgo) = (DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddDays(-10));
        var posted = new List<long>();
        var awaited = 0L;

        // Alone, and ten times over.
        var alone = (await LiveAsync(2000, now))[^1];
        await PostAsync([alone]);
        Expect(2000, life.Posts);
        var repeated = (await LiveAsync(2400, now))[^1];
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync([repeated])));
        Expect(2400, life.Posts);

        // The whole life backwards, and ten days late.
        await PostAsync((await LiveAsync(2800, now)).Reverse());
        Expect(2800, life.Posts);
        await PostAsync(await LiveAsync(3200, tenDaysAgo));
        Expect(3200, life.PostsInOrder ?? life.Posts);

        // From an API version that this site does not speak.
        var foreign = (await LiveAsync(3600, now))[^1];
        foreign["api_version"] = "2019-12-03";
        await PostAsync([foreign]);
        Expect(3600, life.Posts);

        // What does not fit.
        var held = new Dictionary<string, string>();
        foreach (var (wrong, reason) in Wrongs(type))
        {
            var said = (await LiveAsync(4000, now, wrong))[^1];
            wrong.Spoil?.Invoke(said, 4000);
            await PostAsync([said]);
            held.Add((string)said["id"]!, reason);
        }

        await QuietAsync();
        await AssertHeldAsync(held);
        await RetryAsync(held.Keys.First());
        await AssertHeldAsync(held);
        Assert.Contains("API version 2019-12-03", (await OnlineAsync("Applied")).TextOf($"[data-event='{foreign["id"]}']"), StringComparison.Ordinal);

        var account = await AccountPageAsync(member.AccountId);
        var statement = LinesOn(account);
        Assert.Equal(posted.Order(), statement.Select(line => line.MinorUnits).Order());
        Assert.Equal(posted.Sum(), BalanceOn(account));
        Assert.Equal(awaited > 0, account.Text.Contains($"{Euro(awaited)} announced", StringComparison.Ordinal));
        Assert.Equal(awaited > 0, account.Document.QuerySelector("#pending") is not null);
        var late = statement.Where(line => Math.Abs(line.MinorUnits) is 3200 or 800).ToList();
        Assert.All(late, line => Assert.Contains(DayOf(tenDaysAgo), line.Text, StringComparison.Ordinal));

        void Expect(long amount, Func<long, long[]> posts)
        {
            posted.AddRange(posts(amount));
            awaited += life.IsAwaited ? amount : 0;
        }

        async Task<IReadOnlyList<JsonObject>> LiveAsync(long amount, DateTimeOffset at, Wrong? wrong = null)
        {
            var (sessionId, _) = await SendAsync(member.Browser, form.With("Key", Guid.NewGuid().ToString("n")).With("Amount", Typed(amount)));
            var said = life.Live(stripe, sessionId).Select((one, place) => Event(one.Type, one.Subject, at.AddSeconds(place))).ToList();
            if (stripe.Get(sessionId)["payment_intent"] is { } intent)
            {
                wrong?.AtStripe?.Invoke(stripe, (string)intent!);
                if ((string?)stripe.Get((string)intent!)["latest_charge"] is { } charge)
                {
                    stripe.Change(charge, "created", at.ToUnixTimeSeconds());
                }
            }

            return said;
        }
    }

    [Theory]
    [MemberData(nameof(PayoutTypes))]
    public async Task An_event_about_a_payout_tells_where_the_money_is_and_touches_no_clients_books(string type, string word)
    {
        var stripe = await StripeAsync();
        using var paid = await PaidAsync();
        var now = DateTimeOffset.UtcNow.AddMinutes(-1);
        var (first, repeated, reversed, late, foreign) = (Live(now), Live(now), Live(now), Live(now.AddDays(-10)), Live(now));
        foreign[^1]["api_version"] = "2019-12-03";

        await PostAsync([first[^1]]);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync([repeated[^1]])));
        await PostAsync(reversed.AsEnumerable().Reverse());
        await PostAsync(late);
        await PostAsync([foreign[^1]]);
        var (live, currency, hollow) = (Live(now)[^1], Live(now)[^1], Live(now)[^1]);
        live["livemode"] = true;
        Subject(currency)["currency"] = "xxx";
        Subject(hollow).Remove("amount");
        await PostAsync([live, currency, hollow]);
        await QuietAsync();

        var held = new Dictionary<string, string> { [(string)live["id"]!] = "Mode", [(string)currency["id"]!] = "Currency", [(string)hollow["id"]!] = "Unreadable" };
        await AssertHeldAsync(held);
        await RetryAsync((string)hollow["id"]!);
        await AssertHeldAsync(held);
        var page = await OnlineAsync("Payouts");
        foreach (var life in (List<JsonObject>[])[first, repeated, reversed, late, foreign])
        {
            Assert.Contains("· " + word, page.TextOf($"[data-payout='{Subject(life[0])["id"]}'] summary"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain((string)Subject(live)["id"]!, page.Html, StringComparison.Ordinal);
        Assert.Equal(2000, Assert.Single(await StatementAsync(paid.Member.AccountId)).MinorUnits);

        List<JsonObject> Live(DateTimeOffset at)
        {
            var id = (string)stripe.PayOut()["id"]!;
            (string Type, string Status)[] states =
            [
                ("payout.created", "pending"),
                ("payout.updated", "in_transit"),
                .. type switch
                {
                    "payout.canceled" => new[] { ("payout.canceled", "canceled") },
                    "payout.reconciliation_completed" => [("payout.paid", "paid"), ("payout.reconciliation_completed", "paid")],
                    _ => [("payout.paid", "paid"), ("payout.failed", "failed")],
                },
            ];
            return [.. states
                .Take(Array.FindIndex(states, state => state.Type == type) + 1)
                .Select((state, place) => Event(state.Type, stripe.Change(id, "status", state.Status), at.AddSeconds(place)))];
        }
    }

    private static IEnumerable<(Wrong Wrong, string Reason)> Wrongs(string type)
    {
        var isNamed = type.StartsWith("checkout.", StringComparison.Ordinal) || type.StartsWith("payment_intent.", StringComparison.Ordinal) || type is "charge.refunded";
        var amount = type.StartsWith("checkout.", StringComparison.Ordinal) ? "amount_total" : type is "payment_intent.succeeded" ? "amount_received" : "amount";
        yield return (new Wrong { Spoil = (said, _) => said["livemode"] = true }, "Mode");
        yield return isNamed
            ? (new Wrong { Spoil = (said, _) => Subject(said)["metadata"]!["market_payment"] = UnknownId }, "UnknownPayment")
            : (new Wrong { Spoil = (said, _) => Subject(said)["payment_intent"] = "pi_unknown" }, "UnknownPayment");

        // A dispute names no account.
        if (!type.StartsWith("charge.dispute.", StringComparison.Ordinal))
        {
            yield return (new Wrong { Spoil = (said, _) => Subject(said)["metadata"]!["market_account"] = UnknownId }, "Account");
        }

        // A charge does not say which refunds it has: Stripe is asked.
        if (type is "charge.refunded")
        {
            yield return (new Wrong { AtStripe = (stripe, intent) => stripe.Change(RefundOf(stripe, intent), "amount", 4001) }, "Amount");
            yield return (new Wrong { AtStripe = (stripe, intent) => stripe.Change(RefundOf(stripe, intent), "currency", "usd") }, "Currency");
        }

        yield return (new Wrong { Spoil = (said, sum) => Subject(said)[amount] = sum + 1 }, "Amount");
        yield return (new Wrong { Spoil = (said, _) => Subject(said)["currency"] = "usd" }, "Currency");
    }

    private async Task AssertHeldAsync(Dictionary<string, string> held)
    {
        var page = await OnlineAsync("Held");
        foreach (var (id, reason) in held)
        {
            Assert.Equal(reason, page.One($"[data-event='{id}']").GetAttribute("data-reason"));
        }
    }

    private async Task PostAsync(IEnumerable<JsonObject> said)
    {
        foreach (var one in said)
        {
            Assert.Equal(HttpStatusCode.OK, await PostEventAsync(one.ToJsonString()));
        }
    }

    private static JsonObject Subject(JsonObject said) => (JsonObject)said["data"]!["object"]!;

    private static string RefundOf(FakeStripe stripe, string intent) => (string)stripe.All("refund").Single(refund => (string?)refund["payment_intent"] == intent)["id"]!;

    private static string DayOf(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).ToString("d", CultureInfo.GetCultureInfo("en"));

    /// <summary>How an event is made not to fit: in what it says, or in what Stripe says when it is asked.</summary>
    private sealed record Wrong
    {
        public Action<JsonObject, long>? Spoil { get; init; }

        public Action<FakeStripe, string>? AtStripe { get; init; }
    }
}

[Collection(StripeSite.Name)]
public sealed class EventsOnSqlite(StripeSite site) : EventTests(site);

[Collection(StripePostgresSite.Name)]
public sealed class EventsOnPostgres(StripePostgresSite site) : EventTests(site);

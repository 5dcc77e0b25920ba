using System.Net;
using System.Text.Json.Nodes;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>What the scenarios do beside a fake Stripe: pay by card, and let Stripe speak.</summary>
public abstract class StripeScenario(StripeFixture fixture) : Scenario(fixture), IAsyncLifetime
{
    // What a test that broke off left so is not the next one's.
    public async ValueTask InitializeAsync()
    {
        if (fixture.WhyNot is null)
        {
            (await StripeAsync()).Recover();
        }
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Enters keys, and ticks the method, on the settings page.</summary>
    public static async Task SetKeysAsync(SiteClient admin) =>
        await SetKeysAsync(admin, await SettingsFormAsync(admin), FakeStripe.SecretKey, StripeFixture.WebhookSecret);

    protected static async Task SetKeysAsync(SiteClient admin, SiteForm form, string secretKey, string webhookSecret)
    {
        var saved = await admin.SubmitAsync(FakeKeys.Fill(form, secretKey, webhookSecret));
        Assert.Contains("The payment settings are saved.", saved.Notices, StringComparison.Ordinal);
    }

    protected Task<FakeStripe> StripeAsync() => fixture.StripeAsync();

    protected Task AgeAsync(string paymentId, TimeSpan by) => fixture.AgeAsync(paymentId, by);

    protected Task AgeEventsAsync(string paymentId, TimeSpan by) => fixture.AgeEventsAsync(paymentId, by);

    protected Task<JsonNode> EventAsync(string eventId) => fixture.EventAsync(eventId);

    protected Task<IReadOnlyList<JsonNode>> EventsAsync(string paymentId) => fixture.EventsAsync(paymentId);

    /// <summary>A member asks to pay, up to the hosted page.</summary>
    /// <returns>The session's id, and the payment's.</returns>
    protected async Task<(string SessionId, string PaymentId)> AskAsync(Member member, string amount)
    {
        await StripeAsync();
        var form = (await member.Browser.GetAsync("/my-account")).FormTo("/pay/card");
        return await SendAsync(member.Browser, form.With("Pay", "amount").With("Amount", amount));
    }

    protected async Task<(string SessionId, string PaymentId)> SendAsync(SiteClient browser, SiteForm form)
    {
        var answer = await browser.SendAsync(form);
        Assert.True(answer.Redirect is not null, answer.Text);
        var sessionId = answer.Redirect!.Segments[^1];
        return (sessionId, (string)(await StripeAsync()).Get(sessionId)["client_reference_id"]!);
    }

    /// <summary>A member who has paid an amount by card, as both sides know.</summary>
    protected async Task<Paid> PaidAsync(long amount = 2000)
    {
        var member = await RegisterAsync();
        var (sessionId, paymentId) = await AskAsync(member, Typed(amount));
        var stripe = await StripeAsync();
        var session = stripe.Pay(sessionId);
        await SayAsync("checkout.session.completed", session);
        await BecomesAsync(member.AccountId, amount);
        return new Paid(member, paymentId, sessionId, (string)session["payment_intent"]!, amount);
    }

    /// <summary>An event as Stripe writes it.</summary>
    protected static JsonObject Event(string type, JsonObject subject, DateTimeOffset? at = null) => FakeWebhook.Event(type, subject, at);

    /// <summary>Stripe says something.</summary>
    /// <returns>The event's id.</returns>
    protected async Task<string> SayAsync(string type, JsonObject subject, DateTimeOffset? at = null)
    {
        var said = Event(type, subject, at);
        Assert.Equal(HttpStatusCode.OK, await PostEventAsync(said.ToJsonString()));
        return (string)said["id"]!;
    }

    protected async Task<HttpStatusCode> PostEventAsync(string body, string secret = StripeFixture.WebhookSecret, TimeSpan? age = null)
    {
        using var http = new HttpClient { BaseAddress = Site.Address };
        return await PostEventAsync(http, body, secret, age);
    }

    protected static Task<HttpStatusCode> PostEventAsync(
        HttpClient http,
        string body,
        string secret = StripeFixture.WebhookSecret,
        TimeSpan? age = null,
        string path = FakeWebhook.Path) => FakeWebhook.PostAsync(http, body, secret, age, path);

    /// <summary>Waits until an account's balance is this.</summary>
    protected Task BecomesAsync(string accountId, long balance) => EventuallyAsync(async () => await BalanceAsync(accountId), balance);

    /// <summary>Waits until an event is in a tab of the page of online payments.</summary>
    /// <returns>The reason that the page gives, or nothing.</returns>
    protected async Task<string> IsInAsync(string tab, string eventId)
    {
        var row = await EventuallyAsync(
            async () => (await OnlineAsync(tab)).Document.QuerySelector($"[data-event='{eventId}']"),
            row => row is not null,
            $"{eventId} in {tab}");
        return row!.GetAttribute("data-reason") ?? string.Empty;
    }

    /// <summary>Waits until nothing waits in the inbox any more.</summary>
    protected Task QuietAsync() => EventuallyAsync(async () => (await OnlineAsync("Waiting")).Document.QuerySelector("[data-count='Waiting']") is null, true);

    protected async Task<SitePage> OnlineAsync(string tab) => await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/online?tab=" + tab);

    protected async Task<SitePage> CompareAsync()
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var answer = await coordinator.SubmitAsync((await coordinator.GetAsync("/Admin/payments/online")).FormTo("/Admin/payments/stripe/compare"));
        Assert.True(answer.Notices.Contains("Compared with Stripe", StringComparison.Ordinal), $"{answer.Status} {answer.Text}");
        return answer;
    }

    protected async Task<SitePage> RetryAsync(string eventId)
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var form = (await coordinator.GetAsync("/Admin/payments/online?tab=Held")).Form($"[data-event='{eventId}'] form");
        return await coordinator.SubmitAsync(form);
    }

    /// <summary>Fills in the refund form, and the second look, and sends it.</summary>
    protected async Task<SitePage> RefundAsync(string paymentId, string amount, string reason = "Spoilt leeks") =>
        await (await Fixture.CoordinatorAsync()).SubmitAsync(await RefundFormAsync(paymentId, amount, reason));

    protected async Task<SiteForm> RefundFormAsync(string paymentId, string amount, string reason = "Spoilt leeks")
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var path = $"/Admin/payments/online/{paymentId}/refund";
        var look = await coordinator.SubmitAsync((await coordinator.GetAsync(path)).FormTo(path).With("Amount", amount).With("Reason", reason));
        return look.FormTo(path);
    }

    protected static Task EventuallyAsync<T>(Func<Task<T>> read, T expected) => EventuallyAsync(read, value => Equals(value, expected), $"{expected}");

    // The worker runs beside the tests; how fast is measured elsewhere.
    private static async Task<T> EventuallyAsync<T>(Func<Task<T>> read, Func<T, bool> isSo, string expected)
    {
        for (var attempt = 1; ; attempt++)
        {
            var value = await read();
            if (isSo(value))
            {
                return value;
            }

            Assert.True(attempt < 600, $"Expected {expected}, and it stays {value}.");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    protected sealed record Paid(Member Member, string PaymentId, string SessionId, string IntentId, long Amount) : IDisposable
    {
        public void Dispose() => Member.Dispose();
    }
}

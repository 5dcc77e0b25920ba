using Market.Payments.Stripe.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests;

/// <summary>The site's process is killed at the worst moments: the books are right once it is back.</summary>
[Collection(StripeSite.Name)]
public sealed class KillTests(StripeSite fixture) : StripeScenario(fixture)
{
    [Fact]
    public async Task Killed_between_storing_and_applying_it_applies_when_it_is_back()
    {
        await using var market = await OwnMarketAsync();
        var sessionId = await market.AskAsync("20");
        var intentId = (string)market.Stripe.Pay(sessionId)["payment_intent"]!;

        // The event needs a question to Stripe, which is not answered until the site is dead.
        market.Stripe.Fail("GET /v1/payment_intents/" + intentId, [.. Enumerable.Repeat(FakeFault.SilentAfterActing, 3)]);
        using (var http = new HttpClient { BaseAddress = market.Site.Address })
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, await PostEventAsync(http, Event("refund.created", market.Stripe.Refund(intentId, 500)).ToJsonString()));
        }

        await market.Site.RestartAsync();
        market.Stripe.Recover();

        await market.BecomesAsync(1500);
    }

    [Fact]
    public async Task Killed_between_Stripes_answer_and_the_commit_the_comparison_finds_the_refund()
    {
        await using var market = await OwnMarketAsync();
        var sessionId = await market.AskAsync("20");
        var session = market.Stripe.Pay(sessionId);
        await market.CompareAsync();
        await market.BecomesAsync(2000);
        var coordinator = await market.Site.SignInAsync("coordinator");
        var path = $"/Admin/payments/online/{session["client_reference_id"]}/refund";
        var look = await coordinator.SubmitAsync((await coordinator.GetAsync(path)).FormTo(path).With("Amount", "5").With("Reason", "Because"));

        market.Stripe.HeldBack = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sending = coordinator.SubmitAsync(look.FormTo(path));
        await EventuallyAsync(() => Task.FromResult(market.Stripe.All("refund").Count), 1);

        await market.Site.RestartAsync();
        market.Stripe.HeldBack.SetResult();
        market.Stripe.HeldBack = null;
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => sending);
        Assert.Equal(2000, await market.BalanceAsync());
        await market.CompareAsync();

        await market.BecomesAsync(1500);
        Assert.Single(market.Stripe.All("refund"));
    }

    [Fact]
    public async Task Killed_after_Stripe_made_the_page_the_same_form_leads_to_the_same_page()
    {
        await using var market = await OwnMarketAsync();
        var form = (await market.Member.GetAsync("/my-account")).FormTo("/pay/card").With("Pay", "amount").With("Amount", "20");
        market.Stripe.HeldBack = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sending = market.Member.SendAsync(form);
        await EventuallyAsync(() => Task.FromResult(market.Stripe.All("checkout.session").Count), 1);

        await market.Site.RestartAsync();
        market.Stripe.HeldBack.SetResult();
        market.Stripe.HeldBack = null;
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => sending);
        using var again = await market.Site.SignInAsync("member");
        var answer = await again.SendAsync(form.With("__RequestVerificationToken", (await again.GetAsync("/my-account")).FormTo("/pay/card")["__RequestVerificationToken"]!)
            .To(new Uri(market.Site.Address, "/pay/card")));

        Assert.Equal((string?)Assert.Single(market.Stripe.All("checkout.session"))["id"], answer.Redirect?.Segments[^1]);
    }

    private static async Task<OwnMarket> OwnMarketAsync()
    {
        var stripe = await FakeStripe.StartAsync();
        var site = await SiteProcess.StartAsync(new SiteOptions
        {
            Variables = new Dictionary<string, string?>
            {
                ["OrchardCore__Market_Payments_Stripe__ApiBase"] = stripe.Address.ToString().TrimEnd('/'),
                ["OrchardCore__Market_Payments_Stripe__IsTraining"] = "true",
                ["OrchardCore__Market_Payments_Stripe__ComparesByItself"] = "false",
                ["OrchardCore__OrchardCore_BackgroundService__PollingTime"] = "00:00:05",
            },
        });
        await SetKeysAsync(await site.SignInAsync("admin"));
        return new OwnMarket(site, stripe, await site.SignInAsync("member"));
    }

    /// <summary>A market and a Stripe that are one test's own, so that they can be killed. Balances are told as changes of the member's.</summary>
    private sealed class OwnMarket(SiteProcess site, FakeStripe stripe, SiteClient member) : IAsyncDisposable
    {
        private long? _before;

        public SiteProcess Site => site;

        public FakeStripe Stripe => stripe;

        public SiteClient Member => member;

        public async Task<string> AskAsync(string amount)
        {
            _before = await RawBalanceAsync();
            var answer = await member.SendAsync((await member.GetAsync("/my-account")).FormTo("/pay/card").With("Pay", "amount").With("Amount", amount));
            Assert.True(answer.Redirect is not null, answer.Text);
            return answer.Redirect!.Segments[^1];
        }

        public async Task CompareAsync()
        {
            using var coordinator = await site.SignInAsync("coordinator");
            await coordinator.SubmitAsync((await coordinator.GetAsync("/Admin/payments/online")).FormTo("/Admin/payments/stripe/compare"));
        }

        public async Task<long> BalanceAsync() => await RawBalanceAsync() - _before!.Value;

        public Task BecomesAsync(long change) => EventuallyAsync(BalanceAsync, change);

        public async ValueTask DisposeAsync()
        {
            member.Dispose();
            await site.DisposeAsync();
            await stripe.DisposeAsync();
        }

        private async Task<long> RawBalanceAsync()
        {
            using var again = await site.SignInAsync("member");
            return BalanceOn(await again.GetAsync("/my-account"));
        }
    }
}

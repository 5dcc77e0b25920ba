using Market.Payments.Stripe.Tests.Fixtures;

namespace Market.Payments.Stripe.Tests;

/// <summary>The site is killed while it settles with producers, on a site that is no other test's.</summary>
public sealed class ProducerKillTests(StripeSite fixture) : ProducerScenario(fixture), IClassFixture<StripeSite>
{
    [Fact]
    public async Task Killed_after_Stripe_made_the_transfer_it_is_found_and_not_made_again()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        await OrderAsync(member, stall, bread: 1, cheese: 1);
        await PayAsync(member);
        await CloseAsync(stall.DistributionId);
        var path = "/Admin/payments/producers/distributions/" + stall.DistributionId;
        using (var clerk = await Site.SignInAsync("coordinator"))
        {
            var form = (await clerk.GetAsync(path)).FormTo(path);
            stripe.HeldBack = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var sending = clerk.SendAsync(form);
            await EventuallyAsync(() => Task.FromResult(stripe.All("transfer").Count), 1);
            await Site.RestartAsync();
            stripe.HeldBack.SetResult();
            stripe.HeldBack = null;
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => sending);
        }

        using var coordinator = await Site.SignInAsync("coordinator");
        var list = await coordinator.GetAsync("/Admin/payments/producers");
        Assert.Equal(["Asked", "Asked"], list.Document.QuerySelectorAll("[data-statement]").Select(row => row.GetAttribute("data-state")));
        Assert.Equal("transfers not finished", list.TextOf($"#closed a[href$='{stall.DistributionId}'] + .badge"));

        // Settled again, it is seen that one transfer was made; the other was never asked for, and is asked for now.
        stripe.ForgetKeys();
        Assert.Contains("are transferred.", (await coordinator.SubmitAsync(await coordinator.BareFormAsync(path))).Notices, StringComparison.Ordinal);
        Assert.Contains("Nothing has changed", (await coordinator.SubmitAsync(await coordinator.BareFormAsync(path))).Notices, StringComparison.Ordinal);
        Assert.Equal([900L], stripe.TransfersTo(stall.BreadAccount));
        Assert.Equal([500L], stripe.TransfersTo(stall.CheeseAccount));
    }
}

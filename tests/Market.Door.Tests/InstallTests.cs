using Market.Door.Tests.Fixtures;

namespace Market.Door.Tests;

public sealed class InstallTests(DoorFixture door)
{
    [Fact]
    public async Task Payments()
    {
        await using var market = await PlainMarket.SetUpAsync(door.Site);
        foreach (var feature in (string[])["Market.Payments", "Market.Payments.Banking", "OrchardCore.Email", "Market.Payments.Reminders", "Market.Payments.Stripe", "Market.Orders"])
        {
            var answer = await market.EnableAsync(feature);
            Assert.Contains("was enabled", answer.Notices, StringComparison.Ordinal);
        }

        var balances = await market.Admin.GetAsync("/Admin/payments/balances");
        Assert.True(balances.IsSuccess, balances.Text);
        Assert.Empty(market.Process.Faults);
    }
}

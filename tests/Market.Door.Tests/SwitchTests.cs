using System.Net;
using Market.Door.Tests.Fixtures;

namespace Market.Door.Tests;

/// <summary>A module switched off takes its pages along and nothing else, and switched on again it finds all that it kept.</summary>
public sealed class SwitchTests(DoorFixture door)
{
    [Theory]
    [InlineData("Market.Payments.Banking", "/Admin/payments/bank")]
    [InlineData("Market.Payments.MovingIn", "/Admin/payments/moving-in")]
    [InlineData("Market.Payments.Reminders", "/Admin/payments/reminders")]
    [InlineData("Market.Payments.Stripe", "/Admin/payments/online")]
    [InlineData("Market.Orders", "/Admin/orders")]
    [InlineData("Market.Desk", "/Admin/find")]
    [InlineData("OtherShop", "/Admin/memberships")]
    public async Task With_a_module_off_the_others_go_on(string feature, string page)
    {
        var market = await door.MarketAsync();
        using var member = await Member.JoinAsync(market);
        await market.PayAsync(member.Account, "5.00");
        Assert.True((await market.Admin.GetAsync(page)).IsSuccess);
        var before = await market.BalanceAsync(member.Account);

        await market.DisableAsync(feature);

        Assert.Equal(HttpStatusCode.NotFound, (await market.Admin.GetAsync(page)).Status);
        await market.PayAsync(member.Account, "1.00");
        Assert.Equal(before + 100, PlainMarket.BalanceOn(await member.Browser.GetAsync("/my-account")));
        Assert.True((await market.Admin.GetAsync("/Admin/payments/settings")).IsSuccess);
        await market.EnableAsync(feature);
        Assert.True((await market.Admin.GetAsync(page)).IsSuccess);
        Assert.Equal(before + 100, await market.BalanceAsync(member.Account));
        Assert.Empty(market.Process.Faults);
    }

    [Fact]
    public async Task Client_accounts_with_operations_are_not_switched_off()
    {
        var market = await door.MarketAsync();
        using var member = await Member.JoinAsync(market);
        await market.PayAsync(member.Account, "5.00");
        var before = await market.BalanceAsync(member.Account);

        var answer = await market.PressAsync("/Admin/Features/Market.Payments/Disable");

        Assert.Contains("Market Payments stays on", answer.Notices, StringComparison.Ordinal);
        Assert.True((await market.Admin.GetAsync("/Admin/orders")).IsSuccess);
        Assert.Equal(before, PlainMarket.BalanceOn(await member.Browser.GetAsync("/my-account")));
        Assert.Empty(market.Process.Faults);
    }
}

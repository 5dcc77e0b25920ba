using Market.Door.Tests.Fixtures;

namespace Market.Door.Tests;

public sealed class InstallTests(DoorFixture door)
{
    [Fact]
    public async Task The_site_keeps_the_home_page_it_had()
    {
        var market = await door.MarketAsync();

        using var visitor = market.Process.NewClient();

        Assert.Contains(PlainMarket.Welcome, (await visitor.GetAsync("/")).Text, StringComparison.Ordinal);
    }
}

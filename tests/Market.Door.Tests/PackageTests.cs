using Market.Door.Tests.Fixtures;

namespace Market.Door.Tests;

public sealed class PackageTests(DoorFixture door)
{
    private static readonly string[] Expected =
    [
        "Market.Ledger", "Market.Orders", "Market.Payments", "Market.Payments.Abstractions", "Market.Payments.Banking", "Market.Payments.Reminders",
        "Market.Payments.Stripe", "MarketTheme",
    ];

    [Fact]
    public void One_command_makes_these_packages_with_their_symbols_and_no_other()
    {
        Assert.Equal(Expected, door.Packages.List());
        Assert.Equal(Expected, door.Packages.List("snupkg"));
    }
}

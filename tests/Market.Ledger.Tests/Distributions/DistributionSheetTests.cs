using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Distributions;
using Market.Ledger.Pending;
using Market.Ledger.Settlements;

namespace Market.Ledger.Tests.Distributions;

public class DistributionSheetTests
{
    private const string Distribution = "distribution-1";

    private static readonly DateTimeOffset ClosedAt = new(2026, 11, 27, 19, 42, 7, 118, TimeSpan.Zero);

    [Fact]
    public void It_says_order_by_order_what_is_due_and_paid_and_what_is_open()
    {
        var market = new TestMarket();
        market.Post(market.Order(30) with { DistributionId = Distribution });
        market.Post(market.Of(OperationKind.Adjustment, 1) with { OrderId = "order-1", DistributionId = Distribution });
        market.Post(market.Of(OperationKind.Payment, 9) with { OrderId = "order-1" });
        var announced = market.Done(market.Announcement(20) with { OrderId = "order-1" });
        var elsewhere = market.Done(market.Announcement(5) with { OrderId = "order-9" });

        var sheet = Sheet(market, isClosed: false, posted: 30, collected: false, 0, announced, elsewhere);

        var order = Assert.Single(sheet.Orders);
        Assert.Equal((TestMarket.Euros(30), TestMarket.Euros(30), TestMarket.Euros(29), TestMarket.Euros(9)), (order.Ordered, order.Posted, order.Due, order.Paid));
        Assert.Equal(OrderState.PartPaid, order.State);
        Assert.Equal([announced], sheet.Announced);
        Assert.Equal([OpenMatter.StillOrdering, OpenMatter.Unpaid, OpenMatter.Announced, OpenMatter.NotCollected], sheet.Matters());
        Assert.Contains(OpenMatter.DebitMissing, Sheet(market, isClosed: true, posted: 0, collected: true).Matters());
        Assert.Contains(OpenMatter.EntriesRefused, Sheet(market, isClosed: true, posted: 30, collected: true, refused: 1).Matters());
    }

    [Fact]
    public void Nothing_is_open_once_all_is_paid_and_collected()
    {
        var market = new TestMarket();
        market.Post(market.Order(30) with { DistributionId = Distribution });
        market.Post(market.Of(OperationKind.Payment, 40));

        var sheet = Sheet(market, isClosed: true, posted: 30, collected: true);

        Assert.Empty(sheet.Matters());
        Assert.Equal((TestMarket.Euros(30), TestMarket.Euros(30)), (sheet.Due, sheet.Paid));
    }

    [Fact]
    public void Its_code_is_another_once_anything_is_recorded()
    {
        var market = new TestMarket();
        market.Post(market.Order(30) with { DistributionId = Distribution });
        var before = Sheet(market, isClosed: true, posted: 30, collected: false).Code();
        var codes = new[]
        {
            before,
            Sheet(market, isClosed: true, posted: 30, collected: true).Code(),
            Sheet(market, isClosed: false, posted: 30, collected: false).Code(),
            Sheet(market, isClosed: true, posted: 30, collected: false, 0, market.Done(market.Announcement(20))).Code(),
            Sheet(market, isClosed: true, posted: 30, collected: false, refused: 1).Code(),
        }.ToList();

        market.Post(market.Of(OperationKind.Payment, 0.01m));
        codes.Add(Sheet(market, isClosed: true, posted: 30, collected: false).Code());

        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public void A_closing_is_sealed_by_its_hash()
    {
        var market = new TestMarket();
        market.Post(market.Order(30) with { DistributionId = Distribution });
        var closing = DistributionClosing.Of(Sheet(market, isClosed: true, posted: 30, collected: false), 2, "Léa pays\ntomorrow", ClosedAt, "clerk-1");

        Assert.Equal(
            """
            market-distribution/1
            distribution=distribution-1
            number=2
            day=2025-03-14
            currency=EUR
            orders=1
            order=order-1
            account=account-1
            ordered=3000
            posted=3000
            due=3000
            paid=0
            collected=0
            open=Unpaid NotCollected
            reason=Léa pays\ntomorrow
            closed-at=2026-11-27T19:42:07.118Z
            closed-by=clerk-1

            """.ReplaceLineEndings("\n"),
            DistributionHash.Canonical(closing));
        Assert.True(closing.Fits());
        Assert.False((closing with { Reason = null }).Fits());
        Assert.False((closing with { Orders = [closing.Orders[0] with { Paid = TestMarket.Euros(30) }] }).Fits());
    }

    private static DistributionSheet Sheet(TestMarket market, bool isClosed, decimal posted, bool collected, int refused = 0, params PendingPayment[] announced) => DistributionSheet.Of(
        new DistributionSales(Distribution, "The square", TestMarket.Day, isClosed, [new OrderSales("order-1", TestMarket.Account, new Dictionary<string, Money> { ["farm"] = TestMarket.Euros(20), ["dairy"] = TestMarket.Euros(10) })]),
        Currency.Euro,
        new Dictionary<string, Money> { ["order-1"] = TestMarket.Euros(posted) },
        new Dictionary<string, Allocation> { [TestMarket.Account] = market.Allocation() },
        announced,
        new HashSet<string>(collected ? ["order-1"] : []),
        refused);
}

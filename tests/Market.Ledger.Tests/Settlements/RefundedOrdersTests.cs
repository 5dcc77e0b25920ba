using Market.Ledger.Amounts;
using Market.Ledger.Settlements;

namespace Market.Ledger.Tests.Settlements;

public class RefundedOrdersTests
{
    [Fact]
    public void An_order_that_holds_goods_which_were_given_back_for_should_be_changed() => Assert.Equal(["order-1"], ToChange(market => GiveBack(market)));

    [Fact]
    public void So_should_one_whose_debt_was_adjusted_instead() => Assert.Equal(["order-1"], ToChange(market =>
    {
        market.Post(market.Of(OperationKind.Adjustment, 10) with { OrderId = "order-1" });
        GiveBack(market);
    }));

    [Fact]
    public void So_should_one_that_an_adjustment_made_cheaper() => Assert.Equal(["order-1"], ToChange(market =>
        market.Post(market.Of(OperationKind.Adjustment, 3) with { OrderId = "order-1" })));

    [Fact]
    public void One_that_an_adjustment_made_dearer_need_not() => Assert.Empty(ToChange(market =>
        market.Post(market.Of(OperationKind.Adjustment, -3) with { OrderId = "order-1" })));

    [Fact]
    public void One_that_was_changed_need_not() => Assert.Empty(ToChange(
        market =>
        {
            market.Post(market.Order(20));
            GiveBack(market);
        },
        bread: 0));

    [Fact]
    public void One_that_is_paid_again_need_not() => Assert.Empty(ToChange(market =>
    {
        GiveBack(market);
        market.Post(market.Of(OperationKind.Payment, 10));
    }));

    [Fact]
    public void One_whose_refund_failed_need_not() => Assert.Empty(ToChange(market => market.Post(market.Reversal(GiveBack(market)))));

    [Fact]
    public void One_that_was_never_paid_need_not()
    {
        var market = new TestMarket();
        market.Post(market.Order(30));
        Assert.Empty(RefundedOrders.ToChange([Sales(bread: 10)], [.. market.Store.OperationsOf(TestMarket.Account)], Currency.Euro));
    }

    [Fact]
    public void One_of_a_single_producer_need_not() => Assert.Empty(ToChange(market => GiveBack(market), bread: null));

    private static IEnumerable<string> ToChange(Action<TestMarket> then, decimal? bread = 10)
    {
        var market = new TestMarket();
        market.Post(market.Order(30));
        market.Post(market.Of(OperationKind.Payment, 30) with { OrderId = "order-1" });
        then(market);
        return RefundedOrders.ToChange([Sales(bread)], [.. market.Store.OperationsOf(TestMarket.Account)], Currency.Euro).Select(order => order.OrderId);
    }

    private static Operation GiveBack(TestMarket market) => market.Post(market.Of(OperationKind.Refund, -10) with { OrderId = "order-1" });

    private static OrderSales Sales(decimal? bread)
    {
        var lines = new Dictionary<string, Money> { ["cheese"] = TestMarket.Euros(bread is null ? 30 : 20) };
        if (bread is { } cost)
        {
            lines["bread"] = TestMarket.Euros(cost);
        }

        return new OrderSales("order-1", TestMarket.Account, lines);
    }
}

using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Postings;

public class RefundProposalTests
{
    [Fact]
    public void An_account_is_given_back_what_it_holds_and_never_a_debt()
    {
        var market = new TestMarket();
        market.Post(market.Order(20));
        Assert.Equal(TestMarket.Euros(0), RefundProposal.ForAccount(market.Allocation()));
        market.Post(market.Of(OperationKind.Payment, 25));
        Assert.Equal(TestMarket.Euros(5), RefundProposal.ForAccount(market.Allocation()));
    }

    [Fact]
    public void An_order_is_given_back_what_it_was_paid_beyond_its_total()
    {
        var market = new TestMarket();
        market.Post(market.Order(20));
        var payment = market.Post(market.Of(OperationKind.Payment, 20) with { OrderId = "order-1" });
        Assert.Equal(TestMarket.Euros(0), ForOrder(market));
        market.Post(market.Order(14));
        Assert.Equal(TestMarket.Euros(6), ForOrder(market));
        market.Post(market.Of(OperationKind.Refund, -2) with { OrderId = "order-1" });
        Assert.Equal(TestMarket.Euros(4), ForOrder(market));
        market.Post(market.Reversal(payment));
        Assert.Equal(TestMarket.Euros(0), ForOrder(market));
    }

    [Fact]
    public void What_already_pays_another_debt_is_not_given_back()
    {
        var market = new TestMarket();
        market.Post(market.Of(OperationKind.Payment, 20) with { OrderId = "order-1" });
        market.Post(market.Order(15, "order-2"));
        Assert.Equal(TestMarket.Euros(5), ForOrder(market));
        Assert.Equal(TestMarket.Euros(0), ForOrder(market, "order-9"));
    }

    private static Money ForOrder(TestMarket market, string orderId = "order-1") =>
        RefundProposal.ForOrder(market.Store.Operations, orderId, Currency.Euro);
}

using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Postings;

/// <summary>What the orders of a closed distribution cost stands; what pays them may always come.</summary>
public class ClosedDistributionTests
{
    private const string Distribution = "distribution-1";

    [Fact]
    public void A_closed_distribution_takes_no_new_debit_and_its_debits_stay()
    {
        var market = new TestMarket();
        var first = market.Order(30) with { DistributionId = Distribution };
        var debit = market.Post(first);

        market.Closed.Add(Distribution);

        Assert.Equal(RefusalReason.DistributionClosed, market.Refused(market.Order(20) with { DistributionId = Distribution }).Reason);
        Assert.Equal(RefusalReason.DistributionClosed, market.Refused(market.Order(0) with { DistributionId = Distribution, Correction = "Did not come" }).Reason);
        Assert.Equal(RefusalReason.DistributionClosed, market.Refused(market.Of(OperationKind.Order, -5) with { DistributionId = Distribution }).Reason);
        Assert.Equal(RefusalReason.DistributionClosed, market.Refused(market.Reversal(debit)).Reason);
        Assert.Equal(debit, Assert.IsType<PostingResult.AlreadyPosted>(market.Ask(first)).Operation);
        Assert.IsType<PostingResult.Unchanged>(market.Ask(market.Order(30) with { DistributionId = Distribution }));
        Assert.Equal(TestMarket.Euros(-30), market.Balance());
    }

    [Fact]
    public void An_adjustment_of_what_an_order_costs_is_refused_with_it_and_one_of_the_account_is_not()
    {
        var market = new TestMarket();
        market.Post(market.Order(30) with { DistributionId = Distribution });
        var adjustment = market.Post(market.Of(OperationKind.Adjustment, 1) with { OrderId = "order-1", DistributionId = Distribution });

        market.Closed.Add(Distribution);

        Assert.Equal(RefusalReason.DistributionClosed, market.Refused(market.Of(OperationKind.Adjustment, 1) with { OrderId = "order-1", DistributionId = Distribution }).Reason);
        Assert.Equal(RefusalReason.DistributionClosed, market.Refused(market.Reversal(adjustment)).Reason);
        market.Post(market.Of(OperationKind.Adjustment, 2));
        Assert.Equal(TestMarket.Euros(-27), market.Balance());
    }

    [Fact]
    public void Payments_come_late_and_are_reversed_and_other_distributions_go_on()
    {
        var market = new TestMarket();
        market.Post(market.Order(30) with { DistributionId = Distribution });
        market.Closed.Add(Distribution);

        var payment = market.Post(market.Of(OperationKind.Payment, 30) with { OrderId = "order-1", DistributionId = Distribution });
        market.Post(market.Reversal(payment));
        market.Post(market.Order(10, "order-2") with { DistributionId = "distribution-2" });

        Assert.Equal(TestMarket.Euros(-40), market.Balance());
    }
}

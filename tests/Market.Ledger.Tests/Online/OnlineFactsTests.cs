using Market.Ledger.Online;

namespace Market.Ledger.Tests.Online;

public class OnlineFactsTests
{
    private static readonly OnlinePayment Payment = OnlineMarket.Asked();

    [Theory]
    [InlineData(OnlineDisputeState.Open, false, 1500)]
    [InlineData(OnlineDisputeState.Open, true, 2000)]
    [InlineData(OnlineDisputeState.Lost, true, 1500)]
    [InlineData(OnlineDisputeState.Won, false, 2000)]
    public void A_dispute_leaves_to_give_back_what_it_does_not_withhold(OnlineDisputeState state, bool isRefundable, long left)
    {
        var facts = new OnlineFacts().With(OnlineMarket.Came(OnlineOutcome.Paid)).With(Dispute(state, isRefundable));

        Assert.Equal(left, facts.Refundable(Payment).MinorUnits);
    }

    [Fact]
    public void Of_two_reports_of_a_dispute_of_one_second_the_one_that_leaves_less_counts_in_either_order()
    {
        var (inquiry, withheld) = (Dispute(OnlineDisputeState.Open, true), Dispute(OnlineDisputeState.Open, false));
        var paid = new OnlineFacts().With(OnlineMarket.Came(OnlineOutcome.Paid));

        Assert.Equal(1500, paid.With(inquiry).With(withheld).Refundable(Payment).MinorUnits);
        Assert.Equal(1500, paid.With(withheld).With(inquiry).Refundable(Payment).MinorUnits);
    }

    private static OnlineFact.Disputed Dispute(OnlineDisputeState state, bool isRefundable) =>
        new(new OnlineDispute("dp_1", TestMarket.Euros(5), state, OnlineMarket.Noon, isRefundable)) { IsLive = false, Reference = "pi_1" };
}

using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Postings;

public class ReversalTests
{
    [Fact]
    public void A_reversal_is_the_exact_opposite_and_names_what_it_reverses()
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 12.34m) with { OrderId = "order-1", DistributionId = "distribution-1" });
        var reversal = market.Post(market.Reversal(payment, " Bounced "));
        Assert.Equal((OperationKind.Reversal, -payment.Amount, payment.Id), (reversal.Kind, reversal.Amount, reversal.Reverses));
        Assert.Equal(("Bounced", "clerk-2", TestMarket.Day.AddDays(1)), (reversal.Memo, reversal.RecordedBy, reversal.OccurredOn));
        Assert.Equal(("cash", "order-1", "distribution-1"), (reversal.Method, reversal.OrderId, reversal.DistributionId));
        Assert.Equal(TestMarket.Euros(0), market.Balance());
        Assert.Equal([payment, reversal], market.Store.Operations);
    }

    [Theory]
    [InlineData(OperationKind.OpeningBalance, -5)]
    [InlineData(OperationKind.Order, -5)]
    [InlineData(OperationKind.Payment, 5)]
    [InlineData(OperationKind.Refund, -5)]
    [InlineData(OperationKind.Adjustment, 5)]
    [InlineData(OperationKind.Transfer, 5)]
    [InlineData(OperationKind.Fee, -5)]
    [InlineData(OperationKind.WriteOff, 5)]
    public void Every_kind_is_reversed(OperationKind kind, decimal units)
    {
        var market = new TestMarket();
        market.Post(market.Reversal(market.Post(market.Of(kind, units))));
        Assert.True(market.Balance().IsZero);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_reversal_needs_a_reason(string reason)
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 5));
        Assert.Equal(RefusalReason.ReasonMissing, market.Refused(market.Reversal(payment, reason)).Reason);
    }

    [Fact]
    public void Texts_that_are_too_long_are_refused()
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 5));
        var request = market.Reversal(payment);
        Assert.Equal(nameof(Posting.Memo), market.Refused(request with { Reason = new string('r', PostingRules.MaxMemoLength + 1) }).Field);
        Assert.Equal(nameof(Posting.IdempotencyKey), market.Refused(request with { IdempotencyKey = new string('k', PostingRules.MaxKeyLength + 1) }).Field);
        Assert.Equal(nameof(Posting.IdempotencyKey), market.Refused(request with { IdempotencyKey = " " }).Field);
        var refusal = market.Refused(request with { IdempotencyKey = string.Empty });
        Assert.Equal((RefusalReason.TextTooLong, nameof(Posting.IdempotencyKey)), (refusal.Reason, refusal.Field));
    }

    [Fact]
    public void Of_two_reversals_one_is_refused()
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 5));
        market.Post(market.Reversal(payment));
        Assert.Equal(RefusalReason.AlreadyReversed, market.Refused(market.Reversal(payment)).Reason);
        Assert.Equal(TestMarket.Euros(0), market.Balance());
    }

    [Fact]
    public void A_retried_reversal_posts_once()
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 5));
        var request = market.Reversal(payment);
        var reversal = market.Post(request);
        Assert.Equal(new PostingResult.AlreadyPosted(reversal), market.Ask(request with { RecordedBy = "clerk-7" }));
        Assert.Equal(2, market.Store.Operations.Count);
    }

    [Fact]
    public void A_key_used_for_something_else_is_a_conflict()
    {
        var market = new TestMarket();
        var one = market.Post(market.Of(OperationKind.Payment, 5));
        var two = market.Post(market.Of(OperationKind.Payment, 5));
        var request = market.Reversal(one);
        market.Post(request);
        Assert.Equal(RefusalReason.KeyConflict, market.Refused(request with { OperationId = two.Id }).Reason);
        Assert.Equal(RefusalReason.KeyConflict, market.Refused(market.Reversal(two) with { IdempotencyKey = one.IdempotencyKey }).Reason);
    }

    [Fact]
    public void A_reversal_is_not_reversed()
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 5));
        var reversal = market.Post(market.Reversal(payment));
        Assert.Equal(RefusalReason.IsReversal, market.Refused(market.Reversal(reversal)).Reason);
    }

    [Fact]
    public void An_operation_of_another_account_or_of_none_is_unknown()
    {
        var market = new TestMarket();
        market.Store.SetAccount("account-2");
        var payment = market.Post(market.Of(OperationKind.Payment, 5));
        Assert.Equal(RefusalReason.UnknownOperation, market.Refused(market.Reversal(payment) with { AccountId = "account-2" }).Reason);
        Assert.Equal(RefusalReason.UnknownOperation, market.Refused(market.Reversal(payment) with { OperationId = "operation-99" }).Reason);
    }

    [Fact]
    public void A_method_switched_off_since_does_not_stop_the_correction()
    {
        var market = new TestMarket();
        var payment = market.Post(market.Of(OperationKind.Payment, 5));
        market.Terms = market.Terms with { Offered = [] };
        market.Post(market.Reversal(payment));
    }
}

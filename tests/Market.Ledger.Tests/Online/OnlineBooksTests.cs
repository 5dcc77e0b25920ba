using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.InMemory;
using Market.Ledger.Online;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Online;

public class OnlineBooksTests
{
    private const int InTwoDays = 2 * 24 * 60;

    [Fact]
    public void A_payment_is_credited_order_by_order()
    {
        var market = new OnlineMarket(OnlineMarket.Asked(0, new(TestMarket.Euros(12), "order-1", "distribution-1"), new(TestMarket.Euros(8), "order-2")));

        Assert.Null(market.Hear(OnlineMarket.Came(OnlineOutcome.Paid)));

        Assert.Equal(
            [("order-1", "distribution-1", 1200L), ("order-2", null, 800L)],
            market.Market.Store.Operations.Select(operation => (operation.OrderId, operation.DistributionId, operation.Amount.MinorUnits)));
        Assert.All(market.Market.Store.Operations, operation => Assert.Equal("pi_1", operation.Details[OnlineBooks.ReferenceDetail]));
    }

    [Fact]
    public void A_slow_payment_is_announced_then_received()
    {
        var market = new OnlineMarket();

        market.Hear(OnlineMarket.Came(OnlineOutcome.Processing));
        Assert.Equal((0L, 2000L), (market.Balance, market.Pending));

        market.Hear(OnlineMarket.Came(OnlineOutcome.Paid, minute: 5));
        Assert.Equal((2000L, 0L), (market.Balance, market.Pending));
    }

    [Theory]
    [InlineData(OnlineOutcome.Failed)]
    [InlineData(OnlineOutcome.Expired)]
    public void A_slow_payment_that_does_not_come_is_awaited_no_more(OnlineOutcome outcome)
    {
        var market = new OnlineMarket();
        market.Hear(OnlineMarket.Came(OnlineOutcome.Processing));

        market.Hear(OnlineMarket.Came(outcome));

        Assert.Equal((0L, 0L), (market.Balance, market.Pending));
        Assert.Equal("It did not come", Assert.Single(market.Market.Store.PendingPayments).CancellationReason);
    }

    [Fact]
    public void A_slow_payment_heard_of_only_once_it_failed_is_noted_as_failed_once()
    {
        var market = new OnlineMarket();

        Assert.Null(market.Hear(OnlineMarket.Came(OnlineOutcome.Failed, minute: InTwoDays)));
        Assert.Null(market.Hear(OnlineMarket.Came(OnlineOutcome.Processing)));
        Assert.Null(market.Hear(OnlineMarket.Came(OnlineOutcome.Failed, minute: InTwoDays)));

        Assert.Equal((0L, 0L), (market.Balance, market.Pending));
        Assert.Equal("It did not come", Assert.Single(market.Market.Store.PendingPayments).CancellationReason);
    }

    [Fact]
    public void A_failure_that_is_told_again_changes_nothing()
    {
        var market = new OnlineMarket();
        market.Hear(OnlineMarket.Came(OnlineOutcome.Processing));
        market.Hear(OnlineMarket.Came(OnlineOutcome.Failed, minute: InTwoDays));
        var noted = Assert.Single(market.Market.Store.PendingPayments);

        Assert.Null(market.Hear(OnlineMarket.Came(OnlineOutcome.Failed, minute: InTwoDays)));

        Assert.Equal(noted, Assert.Single(market.Market.Store.PendingPayments));
    }

    [Fact]
    public void A_failed_payment_that_could_not_be_announced_waits_for_nobody()
    {
        var market = new OnlineMarket();
        market.Market.Store.SetAccount(TestMarket.Account, isOpen: false);

        Assert.Null(market.Hear(OnlineMarket.Came(OnlineOutcome.Failed)));

        Assert.Empty(market.Market.Store.PendingPayments);
    }

    [Fact]
    public void What_a_person_gave_up_and_comes_after_all_is_a_payment_of_its_own()
    {
        var market = new OnlineMarket();
        market.Hear(OnlineMarket.Came(OnlineOutcome.Processing));
        market.Market.Done(TestMarket.Cancellation(Assert.Single(market.Market.Store.PendingPayments)));

        Assert.Null(market.Hear(OnlineMarket.Came(OnlineOutcome.Paid)));

        Assert.Equal((2000L, 0L), (market.Balance, market.Pending));
    }

    [Fact]
    public void A_refund_that_fails_after_all_is_taken_back()
    {
        var market = new OnlineMarket();
        market.Hear(OnlineMarket.Came(OnlineOutcome.Paid));
        market.Hear(OnlineMarket.Refund("re_1", 5, OnlineRefundState.Succeeded));
        Assert.Equal(1500, market.Balance);

        market.Hear(OnlineMarket.Refund("re_1", 5, OnlineRefundState.Failed, 20));

        Assert.Equal(2000, market.Balance);
        Assert.Equal(TestMarket.Euros(20), market.Facts.Refundable(market.Payment));
    }

    [Fact]
    public void A_dispute_takes_the_money_only_when_it_is_lost_and_gives_it_back_when_it_is_won_later()
    {
        var market = new OnlineMarket();
        market.Hear(OnlineMarket.Came(OnlineOutcome.Paid));
        market.Hear(OnlineMarket.Dispute("dp_1", 20, OnlineDisputeState.Open, 20));
        Assert.Equal(2000, market.Balance);

        market.Hear(OnlineMarket.Dispute("dp_1", 20, OnlineDisputeState.Lost, 30));
        Assert.Equal(0, market.Balance);

        market.Hear(OnlineMarket.Dispute("dp_1", 20, OnlineDisputeState.Won, 40));
        Assert.Equal(2000, market.Balance);

        market.Hear(OnlineMarket.Dispute("dp_1", 20, OnlineDisputeState.Lost, 50));
        Assert.Equal(0, market.Balance);
    }

    [Fact]
    public void A_fee_on_top_is_paid_by_the_member_and_not_by_one_who_has_all_the_money_back()
    {
        var market = new OnlineMarket(OnlineMarket.Asked(surcharge: 0.5m));

        market.Hear(OnlineMarket.Came(OnlineOutcome.Paid, 20.5m));
        Assert.Equal(2000, market.Balance);

        market.Hear(OnlineMarket.Refund("re_1", 5, OnlineRefundState.Succeeded));
        Assert.Equal(1500, market.Balance);

        market.Hear(OnlineMarket.Refund("re_2", 15.5m, OnlineRefundState.Succeeded, 12));
        Assert.Equal(0, market.Balance);
    }

    [Fact]
    public void What_the_ledger_refuses_is_told_and_done_once_it_may_be()
    {
        var market = new OnlineMarket();
        market.Market.Store.SetAccount(TestMarket.Account, isOpen: false);
        Assert.Equal(RefusalReason.AccountClosed, market.Hear(OnlineMarket.Came(OnlineOutcome.Paid))?.Reason);
        Assert.Equal(0, market.Balance);

        market.Market.Store.SetAccount(TestMarket.Account);
        Assert.Null(market.Hear(OnlineMarket.Came(OnlineOutcome.Paid)));

        Assert.Equal(2000, market.Balance);
    }

    [Fact]
    public void What_does_not_fit_is_told()
    {
        var payment = OnlineMarket.Asked();
        var facts = new OnlineFacts().With(OnlineMarket.Came(OnlineOutcome.Processing));
        var dollars = new Money(2000, TestMarket.Dollar);

        Assert.Equal(OnlineMismatch.Mode, facts.Judge(payment, OnlineMarket.Came(OnlineOutcome.Paid) with { IsLive = true }));
        Assert.Equal(OnlineMismatch.Account, facts.Judge(payment, OnlineMarket.Came(OnlineOutcome.Paid) with { AccountId = "account-2" }));
        Assert.Equal(OnlineMismatch.Currency, facts.Judge(payment, new OnlineFact.Progress(OnlineOutcome.Paid, dollars, OnlineMarket.Noon) { IsLive = false }));
        Assert.Equal(OnlineMismatch.Amount, facts.Judge(payment, OnlineMarket.Came(OnlineOutcome.Paid, 19.99m)));
        Assert.Equal(OnlineMismatch.Amount, facts.Judge(payment, OnlineMarket.Refund("re_1", 20.01m, OnlineRefundState.Succeeded)));
        Assert.Equal(OnlineMismatch.Amount, facts.Judge(payment, OnlineMarket.Refund("re_1", 0, OnlineRefundState.Succeeded)));
        Assert.Equal(OnlineMismatch.Reference, facts.Judge(payment, OnlineMarket.Came(OnlineOutcome.Paid) with { Reference = "pi_2" }));
        Assert.Null(facts.Judge(payment, OnlineMarket.Came(OnlineOutcome.Paid)));
    }

    // One payment's life: it is slow or not, comes or not, is given back in parts of which some fail, and is disputed back and forth.
    private static readonly Gen<OnlineFact[]> Lives =
        from slow in Gen.Bool
        from end in Gen.Frequency((3, OnlineOutcome.Paid), (1, OnlineOutcome.Failed), (1, OnlineOutcome.Expired))
        from refunds in Gen.Select(Gen.Int[1, 700], Gen.Int[0, 3]).Array[0, 3]
        from verdicts in Gen.Frequency((1, OnlineDisputeState.Lost), (1, OnlineDisputeState.Won)).Array[0, 3]
        select Life(slow, end, refunds, verdicts);

    [Fact]
    public void Any_order_any_repetition_and_any_crash_gives_the_balance_of_the_orderly_life() =>
        Gen.Select(Lives, Gen.Bool, Gen.Int[0, int.MaxValue - 1]).Sample((life, hasSurcharge, seed) =>
        {
            var payment = hasSurcharge
                ? OnlineMarket.Asked(0.5m, new OnlineShare(TestMarket.Euros(12), "order-1"), new OnlineShare(TestMarket.Euros(7.5m), "order-2"))
                : OnlineMarket.Asked();
            var orderly = new OnlineMarket(payment);
            foreach (var fact in life)
            {
                Assert.Null(orderly.Hear(fact));
            }

            var random = new Random(seed);
            var messy = new OnlineMarket(payment);
            var told = life.Concat(life.Where(_ => random.Next(2) == 0)).Concat(life.Where(_ => random.Next(4) == 0)).ToArray();
            random.Shuffle(told);
            foreach (var fact in told)
            {
                if (random.Next(4) == 0)
                {
                    messy.HearAndCrash(fact);
                }

                Assert.Null(messy.Hear(fact));
            }

            Assert.Equal((orderly.Balance, orderly.Pending), (messy.Balance, messy.Pending));
            Assert.True(orderly.Facts.SaysTheSameAs(messy.Facts));
            Assert.True(messy.Market.Store.VerifyAsync(Currency.Euro).Result.Holds);
        }, iter: 2_000);

    private static OnlineFact[] Life(bool slow, OnlineOutcome end, (int Cents, int Course)[] refunds, OnlineDisputeState[] verdicts)
    {
        var life = new List<OnlineFact>();
        if (slow)
        {
            life.Add(OnlineMarket.Came(OnlineOutcome.Processing));
        }

        life.Add(OnlineMarket.Came(end, minute: 1));
        if (end is not OnlineOutcome.Paid)
        {
            return [.. life];
        }

        foreach (var ((cents, course), place) in refunds.Select((refund, place) => (refund, place)))
        {
            var states = course switch
            {
                0 => new[] { OnlineRefundState.Succeeded },
                1 => [OnlineRefundState.Pending, OnlineRefundState.Succeeded],
                2 => [OnlineRefundState.Succeeded, OnlineRefundState.Failed],
                _ => [OnlineRefundState.Pending, OnlineRefundState.Failed],
            };
            life.AddRange(states.Select((state, step) => OnlineMarket.Refund($"re_{place}", cents / 100m, state, 10 + step)));
        }

        if (verdicts.Length > 0)
        {
            life.Add(OnlineMarket.Dispute("dp_1", 3, OnlineDisputeState.Open, 20));
            life.AddRange(verdicts.Select((verdict, step) => OnlineMarket.Dispute("dp_1", 3, verdict, 30 + step)));
        }

        return [.. life];
    }
}

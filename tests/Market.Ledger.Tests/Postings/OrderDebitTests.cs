using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Postings;

public class OrderDebitTests
{
    [Fact]
    public void An_order_posts_its_total_then_each_difference_and_all_of_it_back_when_cancelled()
    {
        var market = new TestMarket();
        Assert.Equal(TestMarket.Euros(-30), market.Post(market.Order(30)).Amount);
        Assert.Equal(TestMarket.Euros(-12.5m), market.Post(market.Order(42.5m)).Amount);
        Assert.Equal(TestMarket.Euros(22.5m), market.Post(market.Order(20)).Amount);
        Assert.Equal(TestMarket.Euros(-20), market.Balance());
        Assert.Equal(TestMarket.Euros(20), market.Post(market.Order(0)).Amount);
        Assert.Equal(TestMarket.Euros(0), market.Balance());
        Assert.Equal(TestMarket.Euros(-8), market.Post(market.Order(8)).Amount);
    }

    [Fact]
    public void The_operation_says_what_was_ordered()
    {
        var market = new TestMarket();
        var operation = market.Post(market.Order(30) with { DistributionId = "distribution-1", Memo = " Added eggs " });
        Assert.Equal(
            (OperationKind.Order, "order-1", "distribution-1", "Added eggs", null, null),
            (operation.Kind, operation.OrderId, operation.DistributionId, operation.Memo, operation.Method, operation.Reverses));
    }

    [Fact]
    public void Orders_and_accounts_do_not_mix()
    {
        var market = new TestMarket();
        market.Store.SetAccount("account-2");
        market.Post(market.Order(30));
        Assert.Equal(TestMarket.Euros(-10), market.Post(market.Order(10, "order-2")).Amount);
        Assert.Equal(TestMarket.Euros(-10), market.Post(market.Order(10, "ORDER-1")).Amount);
        Assert.Equal(TestMarket.Euros(-10), market.Post(market.Order(10) with { AccountId = "account-2" }).Amount);
    }

    [Fact]
    public void Payments_and_fees_that_name_the_order_are_no_part_of_its_debit()
    {
        var market = new TestMarket();
        market.Post(market.Order(30));
        market.Post(market.Of(OperationKind.Payment, 30) with { OrderId = "order-1" });
        market.Post(market.Of(OperationKind.Fee, -2) with { OrderId = "order-1" });
        Assert.Equal(TestMarket.Euros(-1), market.Post(market.Order(31)).Amount);
    }

    [Fact]
    public void The_same_total_under_a_new_key_changes_nothing()
    {
        var market = new TestMarket();
        Assert.Equal(new PostingResult.Unchanged(), market.Ask(market.Order(0)));
        market.Post(market.Order(30));
        var answer = market.Ask(market.Order(30));
        Assert.Equal(new PostingResult.Unchanged(), answer);
        Assert.True(answer.IsSettled);
        Assert.Single(market.Store.Operations);
    }

    [Fact]
    public void A_repeated_key_posts_once()
    {
        var market = new TestMarket();
        var debit = market.Order(30);
        var first = market.Post(debit);
        Assert.Equal(new PostingResult.AlreadyPosted(first), market.Ask(debit with { RecordedBy = "clerk-7", OccurredOn = TestMarket.Day.AddDays(1) }));
        Assert.Single(market.Store.Operations);
    }

    [Fact]
    public void A_stale_key_after_a_later_change_is_answered_with_what_it_posted()
    {
        var market = new TestMarket();
        var one = market.Order(30);
        var two = market.Order(42);
        var three = market.Order(0);
        var posted = new[] { market.Post(one), market.Post(two), market.Post(three) };
        Assert.Equal(new PostingResult.AlreadyPosted(posted[0]), market.Ask(one));
        Assert.Equal(new PostingResult.AlreadyPosted(posted[1]), market.Ask(two));
        Assert.Equal(new PostingResult.AlreadyPosted(posted[2]), market.Ask(three));
        Assert.Equal(posted, market.Store.Operations);
    }

    [Fact]
    public void A_key_used_for_something_else_is_a_conflict()
    {
        var market = new TestMarket();
        market.Store.SetAccount("account-2");
        var debit = market.Order(30);
        market.Post(debit);
        Assert.Equal(RefusalReason.KeyConflict, market.Refused(debit with { Total = TestMarket.Euros(31) }).Reason);
        Assert.Equal(RefusalReason.KeyConflict, market.Refused(debit with { OrderId = "order-2" }).Reason);
        Assert.Equal(RefusalReason.KeyConflict, market.Refused(debit with { AccountId = "account-2" }).Reason);
        var payment = market.Post(market.Of(OperationKind.Payment, 5) with { OrderId = "order-1" });
        Assert.Equal(RefusalReason.KeyConflict, market.Refused(debit with { IdempotencyKey = payment.IdempotencyKey }).Reason);
    }

    [Fact]
    public void A_negative_total_is_refused()
    {
        var market = new TestMarket();
        Assert.Equal(RefusalReason.WrongAmount, market.Refused(market.Order(-0.01m)).Reason);
    }

    [Theory]
    [InlineData(100_000_000, true)]
    [InlineData(100_000_001, false)]
    [InlineData(long.MaxValue, false)]
    public void No_total_is_above_the_ceiling_however_it_grew(long minorUnits, bool may)
    {
        var market = new TestMarket();
        market.Post(market.Of(OperationKind.Order, 5));
        market.Post(market.Order(900_000));
        var debit = market.Order(0) with { Total = new Money(minorUnits, Currency.Euro) };
        if (may)
        {
            market.Post(debit);
        }
        else
        {
            var refusal = market.Refused(debit);
            Assert.Equal((RefusalReason.WrongAmount, nameof(OrderDebit.Total)), (refusal.Reason, refusal.Field));
        }
    }

    [Fact]
    public void Spaces_around_an_orders_id_make_no_other_order()
    {
        var market = new TestMarket();
        var debit = market.Order(30, " order-1 ");
        var first = market.Post(debit);
        Assert.Equal("order-1", first.OrderId);
        Assert.Equal(new PostingResult.AlreadyPosted(first), market.Ask(debit));
        Assert.Equal(new PostingResult.Unchanged(), market.Ask(market.Order(30, "order-1\n")));
        Assert.Equal(TestMarket.Euros(-1), market.Post(market.Order(31, " order-1")).Amount);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_order_without_an_id_is_refused(string orderId)
    {
        var market = new TestMarket();
        var refusal = market.Refused(market.Order(30, orderId));
        Assert.Equal((RefusalReason.DetailMissing, nameof(OrderDebit.OrderId)), (refusal.Reason, refusal.Field));
    }

    [Fact]
    public void A_total_in_another_currency_is_refused_even_where_nothing_would_be_posted()
    {
        var market = new TestMarket();
        Assert.Equal(RefusalReason.WrongCurrency, market.Refused(market.Order(0) with { Total = Money.Zero(TestMarket.Dollar) }).Reason);
        Assert.Equal(RefusalReason.WrongCurrency, market.Refused(market.Order(0) with { Total = default }).Reason);
        var debit = market.Order(30);
        market.Post(debit);
        Assert.Equal(RefusalReason.WrongCurrency, market.Refused(market.Order(30) with { Total = new Money(3000, TestMarket.Dollar) }).Reason);
        Assert.Equal(RefusalReason.KeyConflict, market.Refused(debit with { Total = new Money(3000, TestMarket.Dollar) }).Reason);
    }

    [Fact]
    public void A_reversed_debit_is_posted_again()
    {
        var market = new TestMarket();
        var debit = market.Order(30);
        var first = market.Post(debit);
        market.Post(market.Order(42));
        market.Post(market.Reversal(first));
        Assert.Equal(TestMarket.Euros(-12), market.Balance());
        Assert.Equal(new PostingResult.AlreadyPosted(first), market.Ask(debit));
        Assert.Equal(TestMarket.Euros(-30), market.Post(market.Order(42)).Amount);
        Assert.Equal(TestMarket.Euros(-42), market.Balance());
    }
}

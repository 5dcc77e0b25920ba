using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Postings;

public class FloorTests
{
    [Fact]
    public void An_order_may_reach_the_floor_but_not_pass_it()
    {
        var market = new TestMarket(TestMarket.Euros(-20));
        market.Post(market.Of(OperationKind.Payment, 5));
        Assert.Equal(
            new Refusal(RefusalReason.BelowFloor) { Balance = TestMarket.Euros(5), Amount = TestMarket.Euros(-25.01m), Floor = TestMarket.Euros(-20) },
            market.Refused(market.Order(25.01m)));
        market.Post(market.Order(25));
        Assert.Equal(TestMarket.Euros(-20), market.Balance());
    }

    [Fact]
    public void What_is_sold_already_and_weighs_more_is_not_stopped()
    {
        var market = new TestMarket(TestMarket.Euros(-20));
        market.Post(market.Order(20));
        Assert.Equal(RefusalReason.BelowFloor, market.Refused(market.Order(22)).Reason);
        var heavier = market.Post(market.Order(22) with { Correction = " The lamb\nis heavier " });
        Assert.Equal((TestMarket.Euros(-2), "The lamb is heavier"), (heavier.Amount, heavier.Memo));
        Assert.Equal(RefusalReason.BelowFloor, market.Refused(market.Order(23) with { Correction = " \n" }).Reason);
    }

    [Fact]
    public void What_is_to_pay_is_exactly_enough()
    {
        Gen.Select(Gen.Int[-5000, 5000].Where(minorUnits => minorUnits != 0), Gen.Int[1, 9000], Gen.Int[-5000, 2000]).Sample((opening, total, floor) =>
        {
            var market = new TestMarket(TestMarket.Euros(floor / 100m));
            market.Post(market.Of(OperationKind.OpeningBalance, opening / 100m));
            if (market.Ask(market.Order(total / 100m)) is PostingResult.Refused { Refusal: { ToPay: { } toPay } })
            {
                Assert.True(toPay.IsPositive);
                Assert.True(opening - total < floor);
                if (toPay.MinorUnits > 1)
                {
                    market.Post(market.Of(OperationKind.Payment, 1) with { Amount = toPay - new Money(1, Currency.Euro) });
                    Assert.Equal(new Money(1, Currency.Euro), market.Refused(market.Order(total / 100m)).ToPay);
                }

                market.Post(market.Of(OperationKind.Payment, 0.01m));
                market.Post(market.Order(total / 100m));
                Assert.Equal(floor, market.Balance().MinorUnits);
            }
            else
            {
                Assert.True(opening - total >= floor);
            }
        });
    }

    [Fact]
    public void No_other_refusal_says_what_to_pay() => Assert.Null(new Refusal(RefusalReason.WrongAmount).ToPay);

    [Fact]
    public void Without_a_floor_any_order_is_taken()
    {
        var market = new TestMarket();
        market.Post(market.Order(1_000_000));
    }

    [Fact]
    public void An_accounts_own_floor_counts_instead_of_the_markets()
    {
        var market = new TestMarket(TestMarket.Euros(-20));
        market.Store.SetAccount(TestMarket.Account, floor: TestMarket.Euros(-100));
        market.Post(market.Order(100));
        market.Store.SetAccount(TestMarket.Account, floor: TestMarket.Euros(0));
        Assert.Equal(TestMarket.Euros(0), market.Refused(market.Order(1, "order-2")).Floor);

        var strict = new TestMarket();
        strict.Store.SetAccount(TestMarket.Account, floor: TestMarket.Euros(10));
        Assert.Equal(TestMarket.Euros(11), strict.Refused(strict.Order(1)).ToPay);
    }

    [Fact]
    public void An_order_that_shrinks_is_never_stopped()
    {
        var market = new TestMarket();
        market.Post(market.Order(50));
        market.Terms = market.Terms with { Floor = TestMarket.Euros(0) };
        Assert.Equal(TestMarket.Euros(10), market.Post(market.Order(40)).Amount);
        Assert.Equal(TestMarket.Euros(-1), market.Refused(market.Order(41)).Amount);
        Assert.Equal(TestMarket.Euros(40), market.Post(market.Order(0)).Amount);
    }

    [Fact]
    public void Only_orders_are_stopped()
    {
        var market = new TestMarket(TestMarket.Euros(0));
        var payment = market.Post(market.Of(OperationKind.Payment, 1));
        market.Post(market.Of(OperationKind.OpeningBalance, -5));
        market.Post(market.Of(OperationKind.Refund, -5));
        market.Post(market.Of(OperationKind.Adjustment, -5));
        market.Post(market.Of(OperationKind.Transfer, -5));
        market.Post(market.Of(OperationKind.Fee, -5));
        market.Post(market.Reversal(payment));
        Assert.Equal(TestMarket.Euros(-25), market.Balance());
        Assert.Equal(RefusalReason.BelowFloor, market.Refused(market.Of(OperationKind.Order, -1)).Reason);
    }
}

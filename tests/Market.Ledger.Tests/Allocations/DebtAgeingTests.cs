using Market.Ledger.Allocations;
using Market.Ledger.Amounts;

namespace Market.Ledger.Tests.Allocations;

public class DebtAgeingTests
{
    [Fact]
    public void An_account_that_owes_nothing_has_no_ages()
    {
        var market = new TestMarket();
        market.Post(market.Order(5));
        market.Post(market.Of(OperationKind.Payment, 9));
        Assert.Equal(DebtAgeing.None(Currency.Euro), DebtAgeing.Of(market.Allocation(), TestMarket.Day));
        Assert.Null(DebtAgeing.None(Currency.Euro).OldestSince);
    }

    [Theory]
    [InlineData(-3, 0)]
    [InlineData(0, 0)]
    [InlineData(30, 0)]
    [InlineData(31, 1)]
    [InlineData(60, 1)]
    [InlineData(61, 2)]
    [InlineData(90, 2)]
    [InlineData(91, 3)]
    [InlineData(4000, 3)]
    public void A_debt_is_counted_by_its_age(int days, int band)
    {
        var market = new TestMarket();
        market.Post(market.Order(5));
        var ageing = DebtAgeing.Of(market.Allocation(), TestMarket.Day.AddDays(days));
        Money[] bands = [ageing.UpTo30Days, ageing.UpTo60Days, ageing.UpTo90Days, ageing.Older];
        Assert.Equal(Enumerable.Range(0, 4).Select(i => TestMarket.Euros(i == band ? 5 : 0)), bands);
        Assert.Equal((TestMarket.Euros(5), TestMarket.Day), (ageing.Total, ageing.OldestSince));
    }

    [Fact]
    public void Every_debt_has_its_day_its_cause_and_what_remains_of_it()
    {
        var market = new TestMarket();
        market.Post(market.Of(OperationKind.OpeningBalance, -10) with { OccurredOn = TestMarket.Day.AddDays(-100) });
        market.Post(market.Order(20, "old") with { OccurredOn = TestMarket.Day.AddDays(-70), DistributionId = "distribution-1" });
        market.Post(market.Of(OperationKind.Fee, -3) with { OccurredOn = TestMarket.Day.AddDays(-40) });
        market.Post(market.Order(8, "new"));
        market.Post(market.Of(OperationKind.Payment, 12) with { OccurredOn = TestMarket.Day });
        Assert.Equal(
            [
                new OpenDebt(TestMarket.Day.AddDays(-70), OperationKind.Order, "old", "distribution-1", TestMarket.Euros(18)),
                new OpenDebt(TestMarket.Day.AddDays(-40), OperationKind.Fee, null, null, TestMarket.Euros(3)),
                new OpenDebt(TestMarket.Day, OperationKind.Order, "new", null, TestMarket.Euros(8)),
            ],
            market.Allocation().Debts);
        Assert.Equal(
            new DebtAgeing(TestMarket.Euros(8), TestMarket.Euros(3), TestMarket.Euros(18), TestMarket.Euros(0), TestMarket.Day.AddDays(-70)),
            DebtAgeing.Of(market.Allocation(), TestMarket.Day));
        Assert.Equal(70, market.Allocation().Debts[0].AgeOn(TestMarket.Day));
    }

    [Fact]
    public void Money_given_back_too_much_is_as_old_as_its_refund()
    {
        var market = new TestMarket();
        market.Post(market.Order(20) with { OccurredOn = TestMarket.Day.AddDays(-50) });
        market.Post(market.Of(OperationKind.Refund, -5) with { OrderId = "order-1", OccurredOn = TestMarket.Day.AddDays(-20) });
        market.Post(market.Of(OperationKind.Refund, -2) with { OccurredOn = TestMarket.Day.AddDays(-10) });
        market.Post(market.Of(OperationKind.Payment, 1) with { OccurredOn = TestMarket.Day });
        Assert.Equal(
            [
                new OpenDebt(TestMarket.Day.AddDays(-50), OperationKind.Order, "order-1", null, TestMarket.Euros(20)),
                new OpenDebt(TestMarket.Day.AddDays(-20), OperationKind.Refund, null, null, TestMarket.Euros(5)),
                new OpenDebt(TestMarket.Day.AddDays(-10), OperationKind.Refund, null, null, TestMarket.Euros(1)),
            ],
            market.Allocation().Debts);
    }

    [Fact]
    public void The_ages_of_many_accounts_add_up()
    {
        var one = new DebtAgeing(TestMarket.Euros(1), TestMarket.Euros(2), TestMarket.Euros(3), TestMarket.Euros(4), TestMarket.Day);
        Assert.Equal(
            new DebtAgeing(TestMarket.Euros(2), TestMarket.Euros(4), TestMarket.Euros(6), TestMarket.Euros(8), TestMarket.Day.AddDays(-1)),
            one + (one with { OldestSince = TestMarket.Day.AddDays(-1) }));
        Assert.Equal(one, one + DebtAgeing.None(Currency.Euro));
        Assert.Equal(one, DebtAgeing.None(Currency.Euro) + one);
    }
}

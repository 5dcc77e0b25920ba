using Market.Ledger.Accounts;
using Market.Ledger.Amounts;

namespace Market.Ledger.Tests.Accounts;

public class PeriodStatementTests
{
    [Fact]
    public void A_period_lies_between_the_balance_before_it_and_the_balance_after_it()
    {
        var market = new TestMarket();
        market.Post(market.Order(20, "march"));
        market.Post(market.Of(OperationKind.Payment, 15) with { OccurredOn = TestMarket.Day.AddDays(3) });
        market.Post(market.Order(8, "april") with { OccurredOn = TestMarket.Day.AddDays(20) });

        var period = PeriodStatement.Of(market.Store.OperationsOf(TestMarket.Account), TestMarket.Day.AddDays(1), TestMarket.Day.AddDays(20), Currency.Euro);

        Assert.Equal((-20m, 15m, -8m, -13m), (Units(period.Opening), Units(period.Credits), Units(period.Debits), Units(period.Closing)));
        Assert.Equal([(15m, -5m), (-8m, -13m)], period.Lines.Select(line => (Units(line.Operation.Amount), Units(line.BalanceAfter))));
    }

    [Fact]
    public void What_was_recorded_late_counts_from_its_own_day()
    {
        var market = new TestMarket();
        market.Post(market.Order(20) with { OccurredOn = TestMarket.Day.AddDays(2) });
        market.Post(market.Of(OperationKind.Payment, 15));

        var asOf = PeriodStatement.Of(market.Store.OperationsOf(TestMarket.Account), null, TestMarket.Day, Currency.Euro);

        Assert.Equal(15m, Units(asOf.Closing));
        Assert.Equal([(15m, 15m), (-20m, -5m)], PeriodStatement.Of(market.Store.OperationsOf(TestMarket.Account), null, null, Currency.Euro).Lines.Select(line => (Units(line.Operation.Amount), Units(line.BalanceAfter))));
    }

    [Fact]
    public void A_period_without_anything_closes_as_it_opens()
    {
        var market = new TestMarket();
        market.Post(market.Order(20));

        var period = PeriodStatement.Of(market.Store.OperationsOf(TestMarket.Account), TestMarket.Day.AddDays(1), null, Currency.Euro);

        Assert.Equal((-20m, -20m, 0), (Units(period.Opening), Units(period.Closing), period.Lines.Count));
    }

    private static decimal Units(Money money) => money.MinorUnits / 100m;
}

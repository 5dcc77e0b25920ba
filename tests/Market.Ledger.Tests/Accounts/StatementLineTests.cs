using CsCheck;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;

namespace Market.Ledger.Tests.Accounts;

public class StatementLineTests
{
    [Fact]
    public void The_last_line_leads_back_to_the_opening_balance()
    {
        Gen.Select(Gen.Long[-100000, 100000], Gen.Long[-100000, 100000].Where(minorUnits => minorUnits != 0).Array[1, 20]).Sample((opening, amounts) =>
        {
            var market = new TestMarket();
            var operations = amounts.Select(minorUnits => market.Post(market.Of(OperationKind.Adjustment, minorUnits / 100m))).ToList();
            var closing = new Money(opening + amounts.Sum(), Currency.Euro);
            var lines = StatementLine.Running(Enumerable.Reverse(operations), closing);

            Assert.Equal(operations.Count, lines.Count);
            Assert.Equal(closing, lines[0].BalanceAfter);
            Assert.Equal(opening, (lines[^1].BalanceAfter - lines[^1].Operation.Amount).MinorUnits);
            Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.Equal(pair.Second.BalanceAfter, pair.First.BalanceAfter - pair.First.Operation.Amount));
        });
    }

    [Fact]
    public void No_operations_give_no_lines() => Assert.Empty(StatementLine.Running([], Money.Zero(Currency.Euro)));
}

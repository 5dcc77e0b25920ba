using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.Settlements;

namespace Market.Ledger.Tests.Settlements;

public class SettlementTests
{
    [Theory]
    [InlineData(100, new long[] { 1, 1, 1 }, new long[] { 34, 33, 33 })]
    [InlineData(7, new long[] { 2, 1, 4 }, new long[] { 2, 1, 4 })]
    [InlineData(5, new long[] { 0, 3, 3 }, new long[] { 0, 3, 2 })]
    [InlineData(0, new long[] { 0, 0 }, new long[] { 0, 0 })]
    [InlineData(long.MaxValue, new[] { long.MaxValue, long.MaxValue }, new[] { 4611686018427387904, 4611686018427387903 })]
    public void An_amount_is_split_by_largest_remainder(long amount, long[] weights, long[] parts) =>
        Assert.Equal(parts, Apportionment.Split(amount, weights));

    [Fact]
    public void Nothing_is_split_by_no_weights_and_nothing_negative_is_split()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.Split(1, [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.Split(1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.Split(-1, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Apportionment.Split(1, [2, -1]));
    }

    [Fact]
    public void Parts_sum_to_the_amount_and_are_less_than_one_off() =>
        Gen.Select(Gen.Long[0, 10_000_000], Gen.Long[0, 5_000_000].Array[1, 8].Where(weights => weights.Sum() > 0)).Sample((amount, weights) =>
        {
            var parts = Apportionment.Split(amount, weights);
            Assert.Equal(amount, parts.Sum());
            Assert.All(parts.Zip(weights), one => Assert.True(Math.Abs(one.First - ((decimal)amount * one.Second / weights.Sum())) < 1));
        });

    [Theory]
    [InlineData(30, 10, 20)]
    [InlineData(15, 5, 10)]
    [InlineData(0, 0, 0)]
    [InlineData(45, 10, 20)]
    public void What_was_received_for_an_order_is_split_as_the_order_is(decimal received, decimal bread, decimal cheese)
    {
        var order = new OrderSales("o", "a", new Dictionary<string, Money> { ["cheese"] = TestMarket.Euros(20), ["bread"] = TestMarket.Euros(10) });
        var shares = ReceivedShares.Of(order, TestMarket.Euros(received));
        Assert.Equal((TestMarket.Euros(bread), TestMarket.Euros(cheese)), (shares["bread"], shares["cheese"]));
    }

    [Theory]
    [InlineData(100, 1000, 10, 90)]
    [InlineData(100, 0, 0, 100)]
    [InlineData(100, 10_000, 100, 0)]
    [InlineData(0.05, 1000, 0.01, 0.04)]
    [InlineData(0.04, 1000, 0, 0.04)]
    [InlineData(33.33, 725, 2.42, 30.91)]
    public void The_market_keeps_its_commission(decimal received, int commissionBasisPoints, decimal commission, decimal share)
    {
        var distribution = new SettledDistribution("d", TestMarket.Euros(received), commissionBasisPoints, TestMarket.Euros(0));
        Assert.Equal((TestMarket.Euros(commission), TestMarket.Euros(share)), (distribution.Commission, distribution.Share));
    }

    [Theory]
    [InlineData(0, 100, 0, 100, 0)]
    [InlineData(0, 90, 100, 0, -10)]
    [InlineData(-10, 60, 0, 50, 0)]
    [InlineData(-10, 6, 0, 0, -4)]
    [InlineData(5, 5, 5, 5, 0)]
    public void A_settlement_adds_up_like_an_account(decimal opening, decimal received, decimal before, decimal transfer, decimal closing)
    {
        var settlement = new ProducerSettlement(TestMarket.Euros(opening), [new SettledDistribution("d", TestMarket.Euros(received), 0, TestMarket.Euros(before))]);
        Assert.Equal((TestMarket.Euros(transfer), TestMarket.Euros(closing)), (settlement.Transfer, settlement.Closing));
    }

    [Theory]
    [InlineData(12_345, 12_340, 5)]
    [InlineData(9, 0, 9)]
    [InlineData(-15, 0, -15)]
    public void What_cannot_be_transferred_in_whole_steps_is_carried(long owed, long transfer, long closing)
    {
        var settlement = new ProducerSettlement(new Money(owed, Currency.Euro), []) { Step = 10 };
        Assert.Equal((transfer, closing, transfer == 0), (settlement.Transfer.MinorUnits, settlement.Closing.MinorUnits, settlement.IsEmpty));
    }

    [Fact]
    public void Over_any_life_what_was_transferred_is_what_is_the_producers_by_the_end_or_carried() =>
        Gen.Int[0, 4000].Array[1, 6].Array[1, 8].Sample(rounds =>
        {
            // Each round says what each distribution has received by then; the rate of commission is fixed by its first settlement.
            var (accounted, transferred, closing) = (new Dictionary<int, Money>(), TestMarket.Euros(0), TestMarket.Euros(0));
            foreach (var received in rounds)
            {
                var distributions = received
                    .Select((cents, i) => (Place: i, Settled: new SettledDistribution($"d{i}", new Money(cents, Currency.Euro), 500 * i, accounted.GetValueOrDefault(i, TestMarket.Euros(0)))))
                    .ToList();
                var settlement = new ProducerSettlement(closing, [.. distributions.Select(one => one.Settled)]);
                Assert.False(settlement.Transfer.IsNegative);
                Assert.False(settlement.Closing.IsPositive);
                transferred += settlement.Transfer;
                closing = settlement.Closing;
                foreach (var (place, settled) in distributions)
                {
                    accounted[place] = settled.Share;
                }
            }

            Assert.Equal(accounted.Values.Aggregate(TestMarket.Euros(0), (sum, share) => sum + share), transferred + closing);
        });
}

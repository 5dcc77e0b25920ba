using Market.Ledger.Accounts;
using Market.Ledger.Amounts;

namespace Market.Ledger.Tests.Accounts;

public sealed class BalanceChangeTests
{
    [Theory]
    [InlineData(0, -1, 0, true)]
    [InlineData(0, 0, 0, false)]
    [InlineData(500, -100, 0, true)]
    [InlineData(-1, -200, 0, false)]
    [InlineData(500, 100, 0, false)]
    [InlineData(-4_999, -5_000, -5_000, false)]
    [InlineData(-5_000, -5_001, -5_000, true)]
    [InlineData(-5_001, -9_000, -5_000, false)]
    [InlineData(0, -9_000, -5_000, true)]
    [InlineData(2_000, 1_999, 2_000, true)]
    [InlineData(2_001, 2_000, 2_000, false)]
    [InlineData(-100, 500, 0, false)]
    [InlineData(-9_000, -5_000, -5_000, false)]
    public void A_balance_falls_below_a_threshold_when_it_crosses_it(long before, long after, long threshold, bool falls) =>
        Assert.Equal(falls, new BalanceChange(Euros(before), Euros(after)).FallsBelow(Euros(threshold)));

    [Theory]
    [InlineData(-1, 0, true)]
    [InlineData(-1, 1, true)]
    [InlineData(-2, -1, false)]
    [InlineData(0, 1, false)]
    [InlineData(0, -1, false)]
    public void A_balance_is_settled_when_nothing_is_owed_any_more(long before, long after, bool settles) =>
        Assert.Equal(settles, new BalanceChange(Euros(before), Euros(after)).Settles);

    [Theory]
    [InlineData("-22.40", "0.00", -2_240L, 0L)]
    [InlineData("92233720368547758.07", "-92233720368547758.07", long.MaxValue, -long.MaxValue)]
    [InlineData("1500000", "1499999.99", 150_000_000L, 149_999_999L)]
    public void What_events_tell_is_read_back(string before, string after, long readBefore, long readAfter) =>
        Assert.Equal(new BalanceChange(Euros(readBefore), Euros(readAfter)), BalanceChange.Read(before, after, Currency.Euro));

    [Theory]
    [InlineData(null, "1")]
    [InlineData("1", "")]
    [InlineData("1,5", "1")]
    [InlineData("1.005", "1")]
    [InlineData("1", "92233720368547758.08")]
    [InlineData("1", "one")]
    public void What_is_no_amount_is_no_change(string? before, string? after) => Assert.Null(BalanceChange.Read(before, after, Currency.Euro));

    private static Money Euros(long cents) => new(cents, Currency.Euro);
}

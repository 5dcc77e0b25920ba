using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Charges;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests.Charges;

public sealed class ChargedAccountTests
{
    [Theory]
    [InlineData(1000, -600, null, false)]
    [InlineData(0, -500, null, false)]
    [InlineData(0, -501, null, true)]
    [InlineData(0, -501, -1000L, false)]
    [InlineData(-2000, -1, null, true)]
    [InlineData(-2000, 100, null, false)]
    public void Below_the_floor_is_what_goes_below_it_or_further_below(long balance, long amount, long? ownFloor, bool isBelow)
    {
        var account = Account(balance) with { Floor = ownFloor is { } floor ? Euros(floor) : null };

        var charged = ChargedAccount.Of(Charge(amount), Terms(-500), account);

        Assert.Equal((isBelow, balance + amount), (charged.IsBelowFloor, charged.After.MinorUnits));
        Assert.Null(charged.Refusal);
    }

    [Fact]
    public void Without_a_floor_nothing_is_below_it() => Assert.False(ChargedAccount.Of(Charge(-100_000), Terms(null), Account(0)).IsBelowFloor);

    [Fact]
    public void It_says_why_the_ledger_would_refuse()
    {
        var closed = ChargedAccount.Of(Charge(-100), Terms(null), Account(0) with { IsOpen = false });
        var otherCurrency = ChargedAccount.Of(Charge(-100) with { Amount = new Money(-100, Currency.FromCode("CHF")) }, Terms(null), Account(7));

        Assert.Equal(RefusalReason.AccountClosed, closed.Refusal?.Reason);
        Assert.Equal((RefusalReason.WrongCurrency, 7), (otherCurrency.Refusal?.Reason, otherCurrency.After.MinorUnits));
    }

    private static Money Euros(long minorUnits) => new(minorUnits, Currency.Euro);

    private static MarketTerms Terms(long? floor) => new(true, Currency.Euro, [], floor is { } known ? Euros(known) : null);

    private static AccountHead Account(long balance) => new("a", true, Euros(balance), 0, string.Empty);

    private static Posting Charge(long amount) => new()
    {
        AccountId = "a",
        Kind = OperationKind.Adjustment,
        Amount = Euros(amount),
        Memo = "Season",
        OccurredOn = new DateOnly(2026, 11, 1),
        RecordedBy = "clerk",
        IdempotencyKey = "key",
    };
}

using Market.Ledger.Amounts;
using Market.Ledger.Gifts;

namespace Market.Ledger.Tests.Gifts;

public class CreditGiftTests
{
    private static readonly Money Most = TestMarket.Euros(50);

    [Theory]
    [InlineData(20, 20, null)]
    [InlineData(20.01, 20, GiftFault.BeyondCredit)]
    [InlineData(1, -5, GiftFault.BeyondCredit)]
    [InlineData(50, 80, null)]
    [InlineData(50.01, 80, GiftFault.AboveLimit)]
    [InlineData(0, 80, GiftFault.NotAllowed)]
    [InlineData(-1, 80, GiftFault.NotAllowed)]
    public void No_more_is_given_than_is_held_and_than_the_market_lets(decimal amount, decimal balance, GiftFault? fault) =>
        Assert.Equal(fault, Gift(amount).Judge(TestMarket.Euros(balance), Most));

    [Fact]
    public void Nothing_is_given_where_the_market_does_not_say_how_much_or_to_oneself()
    {
        Assert.Equal(GiftFault.NotAllowed, Gift(1).Judge(TestMarket.Euros(5), null));
        Assert.Equal(GiftFault.NotAllowed, Gift(1).Judge(TestMarket.Euros(5), Money.Zero(Currency.Euro)));
        Assert.Equal(GiftFault.NotAllowed, Gift(1).Judge(TestMarket.Euros(5), new Money(5000, TestMarket.Dollar)));
        Assert.Equal(GiftFault.ToOneself, new CreditGift("giver", "giver", TestMarket.Euros(1)).Judge(TestMarket.Euros(5), Most));
    }

    [Fact]
    public void Both_sides_cancel_one_another_out_and_name_numbers_only()
    {
        var sides = Gift(12.5m).Postings("C-0004", "C-0007", "For the jam", TestMarket.Day, "user-1", "key-1");

        Assert.Equal([("giver", -12.5m, "C-0007"), ("receiver", 12.5m, "C-0004")], sides.Select(side => (side.AccountId, side.Amount.MinorUnits / 100m, side.Details["gift"])));
        Assert.Equal(sides[0].IdempotencyKey, CreditGift.GivenKey("key-1"));
        Assert.NotEqual(sides[0].IdempotencyKey, sides[1].IdempotencyKey);
        Assert.All(sides, side => Assert.Equal((OperationKind.Transfer, "For the jam"), (side.Kind, side.Memo)));
    }

    private static CreditGift Gift(decimal amount) => new("giver", "receiver", TestMarket.Euros(amount));
}

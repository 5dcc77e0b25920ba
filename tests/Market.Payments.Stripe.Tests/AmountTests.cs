using Market.Ledger.Amounts;
using Market.Payments.Stripe.Checkout;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Tests;

/// <summary>Amounts as Stripe counts and takes them, which is not ISO 4217's way in every currency.</summary>
public class AmountTests
{
    [Theory]
    [InlineData("EUR", 1999, 1999, 1999, 1999)]
    [InlineData("JPY", 123, 123, 123, 123)]
    [InlineData("ISK", 123, 123, 123, 12_300)]
    [InlineData("UGX", 5, 5, 5, 500)]
    [InlineData("MGA", 12_345, 12_300, 12_400, 123)]
    [InlineData("MGA", 12_300, 12_300, 12_300, 123)]
    [InlineData("KWD", 1_239, 1_230, 1_240, 1_230)]
    [InlineData("KWD", 1_230, 1_230, 1_230, 1_230)]
    public void An_amount_is_taken_in_steps(string code, long minorUnits, long floor, long ceiling, long atStripe)
    {
        var amount = new Money(minorUnits, Currency.FromCode(code));

        Assert.Equal(floor == minorUnits, StripeAmounts.CanTake(amount));
        Assert.Equal(floor, StripeAmounts.FloorToTaken(amount).MinorUnits);
        Assert.Equal(ceiling, StripeAmounts.CeilingToTaken(amount).MinorUnits);
        Assert.Equal(atStripe, StripeAmounts.ToStripe(StripeAmounts.FloorToTaken(amount)));
        Assert.True(StripeAmounts.TryRead(atStripe, code.ToLowerInvariant(), out var read));
        Assert.Equal(floor, read.Value.MinorUnits);
    }

    [Theory]
    [InlineData("isk", 150)]
    [InlineData("ugx", 1)]
    [InlineData("xxx", 100)]
    [InlineData(null, 100)]
    public void What_the_books_cannot_hold_is_not_read(string? code, long atStripe) => Assert.False(StripeAmounts.TryRead(atStripe, code, out _));

    [Theory]
    [InlineData("EUR", 2_000, 140, 25, 53)]
    [InlineData("EUR", 1, 140, 0, 1)]
    [InlineData("JPY", 1_000, 140, 0, 14)]
    [InlineData("KWD", 10_000, 145, 0, 150)]
    [InlineData("MGA", 1_000_000, 145, 0, 14_500)]
    [InlineData("MGA", 10_000, 145, 0, 200)]
    [InlineData("MGA", 10_000, 0, 50, 100)]
    public void A_fee_on_top_is_rounded_up_to_what_Stripe_takes(string code, long minorUnits, int basisPoints, long fixedPart, long fee)
    {
        var settings = new StripeSettings { AddsFee = true, FeeBasisPoints = basisPoints, FeeFixedMinorUnits = fixedPart };

        var on = CardFee.On(new Money(minorUnits, Currency.FromCode(code)), settings);

        Assert.Equal(fee, on.MinorUnits);
        Assert.True(StripeAmounts.CanTake(on));
    }

    [Fact]
    public void Where_the_market_bears_the_fees_there_is_none_on_top() =>
        Assert.True(CardFee.On(new Money(2_000, Currency.FromCode("EUR")), new StripeSettings { FeeBasisPoints = 140 }).IsZero);
}

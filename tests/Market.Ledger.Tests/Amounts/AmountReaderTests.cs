using System.Globalization;
using CsCheck;
using Market.Ledger.Amounts;

namespace Market.Ledger.Tests.Amounts;

public class AmountReaderTests
{
    [Theory]
    [InlineData(null, AmountFault.Missing)]
    [InlineData("", AmountFault.Missing)]
    [InlineData(" ", AmountFault.Missing)]
    [InlineData("\u00a0\t", AmountFault.Missing)]
    [InlineData("0", AmountFault.Zero)]
    [InlineData("0,00", AmountFault.Zero)]
    [InlineData("-0", AmountFault.Zero)]
    [InlineData("-5", AmountFault.Negative)]
    [InlineData("\u22125", AmountFault.Negative)]
    [InlineData("- 5", AmountFault.Negative)]
    [InlineData("1000000000", AmountFault.TooLarge)]
    [InlineData("1000000.01", AmountFault.TooLarge)]
    [InlineData("-1000000.01", AmountFault.TooLarge)]
    [InlineData("1000000000000000", AmountFault.TooLarge)]
    [InlineData("99999999999999999999999999999999", AmountFault.TooLarge)]
    [InlineData("12,345", AmountFault.TooManyDecimals)]
    [InlineData("12.345", AmountFault.TooManyDecimals)]
    [InlineData("12.000", AmountFault.TooManyDecimals)]
    [InlineData("1,234.50", AmountFault.NotAnAmount)]
    [InlineData("1.234,50", AmountFault.NotAnAmount)]
    [InlineData("1e9", AmountFault.NotAnAmount)]
    [InlineData("10^15", AmountFault.NotAnAmount)]
    [InlineData("abc", AmountFault.NotAnAmount)]
    [InlineData("1 2", AmountFault.NotAnAmount)]
    [InlineData("1 23,00", AmountFault.NotAnAmount)]
    [InlineData("1234 567", AmountFault.NotAnAmount)]
    [InlineData("12,", AmountFault.NotAnAmount)]
    [InlineData(",5", AmountFault.NotAnAmount)]
    [InlineData("--5", AmountFault.NotAnAmount)]
    [InlineData("+-5", AmountFault.NotAnAmount)]
    [InlineData("5-", AmountFault.NotAnAmount)]
    [InlineData("(5)", AmountFault.NotAnAmount)]
    [InlineData("0x10", AmountFault.NotAnAmount)]
    [InlineData("٣", AmountFault.NotAnAmount)]
    [InlineData("NaN", AmountFault.NotAnAmount)]
    [InlineData("∞", AmountFault.NotAnAmount)]
    [InlineData("EUR", AmountFault.NotAnAmount)]
    [InlineData("5 EUR EUR", AmountFault.NotAnAmount)]
    [InlineData("5\n6", AmountFault.NotAnAmount)]
    [InlineData("$5", AmountFault.NotAnAmount)]
    [InlineData("5 £", AmountFault.NotAnAmount)]
    [InlineData("USD 5", AmountFault.NotAnAmount)]
    public void What_is_no_amount_above_zero_is_refused_with_its_fault(string? text, AmountFault fault)
    {
        var reading = AmountReader.ReadPositive(text, Currency.Euro);
        Assert.Equal(fault, reading.Fault);
        Assert.Null(reading.Amount);
    }

    [Theory]
    [InlineData("37,40", 3740)]
    [InlineData("37.4", 3740)]
    [InlineData("37", 3700)]
    [InlineData("0,05", 5)]
    [InlineData("007", 700)]
    [InlineData("1 234,50", 123450)]
    [InlineData("1\u00a0234,50", 123450)]
    [InlineData("1\u202f234,50", 123450)]
    [InlineData("1 000 000", 100000000)]
    [InlineData("1000000.00", 100000000)]
    [InlineData(" 37,40 € ", 3740)]
    [InlineData("€37.40", 3740)]
    [InlineData("EUR 5", 500)]
    [InlineData("5 eur", 500)]
    [InlineData("+5", 500)]
    [InlineData("0000000000000000000000000000001", 100)]
    public void An_amount_is_read_as_people_type_it(string text, long minorUnits) =>
        Assert.Equal(new AmountReading(new Money(minorUnits, Currency.Euro), null), AmountReader.ReadPositive(text, Currency.Euro));

    [Theory]
    [InlineData("JPY", "500", 500L, null)]
    [InlineData("JPY", "5.5", null, AmountFault.TooManyDecimals)]
    [InlineData("JPY", "1000001", null, AmountFault.TooLarge)]
    [InlineData("JPY", "¥500", 500L, null)]
    [InlineData("JPY", "500 €", null, AmountFault.NotAnAmount)]
    [InlineData("GBP", "£5", 500L, null)]
    [InlineData("USD", "$5", 500L, null)]
    [InlineData("CAD", "5 $", 500L, null)]
    [InlineData("CHF", "$5", null, AmountFault.NotAnAmount)]
    [InlineData("TND", "1.234", 1234L, null)]
    [InlineData("TND", "1,2345", null, AmountFault.TooManyDecimals)]
    public void The_currency_gives_the_decimals(string code, string text, long? minorUnits, AmountFault? fault)
    {
        var currency = Currency.FromCode(code);
        var expected = new AmountReading(minorUnits is { } units ? new Money(units, currency) : null, fault);
        Assert.Equal(expected, AmountReader.ReadPositive(text, currency));
    }

    [Fact]
    public void A_correction_has_either_sign_but_is_something()
    {
        Assert.Equal(new Money(-500, Currency.Euro), AmountReader.ReadSigned("-5", Currency.Euro).Amount);
        Assert.Equal(new Money(500, Currency.Euro), AmountReader.ReadSigned("5", Currency.Euro).Amount);
        Assert.Equal(AmountFault.Zero, AmountReader.ReadSigned("-0,00", Currency.Euro).Fault);
    }

    [Fact]
    public void A_price_may_be_zero() => Assert.Equal(Money.Zero(Currency.Euro), AmountReader.Read("0,00", Currency.Euro).Amount);

    [Fact]
    public void Every_amount_is_read_back_from_its_invariant_text() => Generators.TypableMoney.Sample(amount =>
        Assert.Equal(amount, AmountReader.Read(amount.ToInvariantString(), amount.Currency).Amount), iter: 2000);

    [Fact]
    public void Every_amount_is_read_back_with_a_comma() => Generators.TypableMoney.Sample(amount =>
        Assert.Equal(amount, AmountReader.Read(amount.ToInvariantString().Replace('.', ','), amount.Currency).Amount), iter: 2000);

    [Fact]
    public void Every_amount_is_read_back_as_a_french_screen_shows_it()
    {
        var french = CultureInfo.GetCultureInfo("fr-FR");
        Generators.TypableMoney.Sample(
            amount => Assert.Equal(amount, AmountReader.Read(amount.ToString(french), amount.Currency).Amount), iter: 2000);
    }

    [Fact]
    public void No_text_throws_and_nothing_above_the_ceiling_is_taken()
    {
        var pieces = Gen.OneOf("0", "1", "9", "00", "000", "-", "\u2212", "+", ",", ".", " ", "\u00a0", "\u202f", "€", "$", "EUR", "e", "\n", "٣").Array[0, 14].Select(string.Concat);
        Gen.Select(Gen.OneOf(Gen.String, pieces), Generators.Currencies).Sample((text, currency) =>
        {
            var reading = AmountReader.Read(text, currency);
            Assert.NotEqual(reading.Amount is null, reading.Fault is null);
            if (reading.Amount is { } amount)
            {
                Assert.Equal(currency, amount.Currency);
                Assert.InRange(Math.Abs(amount.MinorUnits), 0, AmountReader.CeilingUnits * currency.MinorUnitsPerUnit);
            }

            Assert.True(AmountReader.ReadPositive(text, currency).Amount is null or { IsPositive: true });
            Assert.True(AmountReader.ReadSigned(text, currency).Amount is null or { IsZero: false });
        }, iter: 20000);
    }
}

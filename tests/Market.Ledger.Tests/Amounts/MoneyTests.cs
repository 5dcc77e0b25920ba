using System.Globalization;
using System.Numerics;
using System.Text.Json;
using CsCheck;
using Market.Ledger.Amounts;

namespace Market.Ledger.Tests.Amounts;

public class MoneyTests
{
    private static readonly Currency Yen = Currency.FromCode("JPY");

    private static readonly Currency Dinar = Currency.FromCode("TND");

    [Fact]
    public void Arithmetic_is_exact_or_throws()
    {
        Gen.Select(Gen.Long, Gen.Long).Sample((a, b) =>
        {
            Exactly((BigInteger)a + b, () => Eur(a) + Eur(b));
            Exactly((BigInteger)a - b, () => Eur(a) - Eur(b));
            Exactly((BigInteger)a * b, () => Eur(a) * b);
            Exactly(-(BigInteger)a, () => -Eur(a));
            Exactly(BigInteger.Abs(a), () => Eur(a).Abs());
        });
    }

    [Fact]
    public void Overflow_throws()
    {
        Assert.Throws<OverflowException>(() => Eur(long.MaxValue) + Eur(1));
        Assert.Throws<OverflowException>(() => Eur(long.MinValue) - Eur(1));
        Assert.Throws<OverflowException>(() => Eur(long.MaxValue) * 2);
        Assert.Throws<OverflowException>(() => -Eur(long.MinValue));
        Assert.Throws<OverflowException>(() => Eur(long.MinValue).Abs());
    }

    [Fact]
    public void Two_currencies_never_meet()
    {
        var dollar = new Money(1, TestMarket.Dollar);
        Assert.Throws<InvalidOperationException>(() => Eur(1) + dollar);
        Assert.Throws<InvalidOperationException>(() => Eur(1) - dollar);
        Assert.Throws<InvalidOperationException>(() => Eur(1) < dollar);
        Assert.Throws<InvalidOperationException>(() => Eur(1) >= dollar);
        Assert.Throws<InvalidOperationException>(() => Eur(1).CompareTo(dollar));
        Assert.NotEqual(Eur(1), dollar);
    }

    [Fact]
    public void Comparing_follows_the_minor_units()
    {
        Gen.Select(Gen.Long, Gen.Long).Sample((a, b) =>
        {
            Assert.Equal(a < b, Eur(a) < Eur(b));
            Assert.Equal(a <= b, Eur(a) <= Eur(b));
            Assert.Equal(a > b, Eur(a) > Eur(b));
            Assert.Equal(a >= b, Eur(a) >= Eur(b));
            Assert.Equal(a == b, Eur(a) == Eur(b));
        });
    }

    [Theory]
    [InlineData(0, true, false, false)]
    [InlineData(1, false, false, true)]
    [InlineData(-1, false, true, false)]
    public void An_amount_is_zero_negative_or_positive(long minorUnits, bool zero, bool negative, bool positive)
    {
        Assert.Equal((zero, negative, positive), (Eur(minorUnits).IsZero, Eur(minorUnits).IsNegative, Eur(minorUnits).IsPositive));
        Assert.Equal(zero, Eur(minorUnits) == Money.Zero(Currency.Euro));
    }

    [Theory]
    [InlineData("en-GB", "EUR", 123450, "€1,234.50")]
    [InlineData("en-GB", "EUR", -5, "-€0.05")]
    [InlineData("en-GB", "GBP", 100, "£1.00")]
    [InlineData("en-GB", "JPY", 1500, "¥1,500")]
    [InlineData("en-GB", "TND", 1234, "TND1.234")]
    [InlineData("fr-FR", "EUR", 123450, "1 234,50 €")]
    [InlineData("fr-FR", "EUR", -2240, "-22,40 €")]
    [InlineData("fr-FR", "JPY", -1500, "-1 500 ¥")]
    [InlineData("fr-FR", "TND", 7, "0,007 TND")]
    public void A_person_reads_an_amount_in_their_culture(string culture, string currency, long minorUnits, string expected) =>
        Assert.Equal(expected, PlainSpaces(new Money(minorUnits, Currency.FromCode(currency)).ToString(CultureInfo.GetCultureInfo(culture))));

    [Fact]
    public void Formatting_leaves_the_shared_culture_as_it_was()
    {
        var french = CultureInfo.GetCultureInfo("fr-FR");
        _ = new Money(5, Dinar).ToString(french);
        Assert.Equal("€", french.NumberFormat.CurrencySymbol);
        Assert.Equal(2, french.NumberFormat.CurrencyDecimalDigits);
    }

    [Theory]
    [InlineData("EUR", -2240, "-22.40")]
    [InlineData("EUR", 5, "0.05")]
    [InlineData("EUR", -5, "-0.05")]
    [InlineData("EUR", 0, "0.00")]
    [InlineData("JPY", -500, "-500")]
    [InlineData("TND", 1234, "1.234")]
    [InlineData("EUR", long.MinValue, "-92233720368547758.08")]
    [InlineData("EUR", long.MaxValue, "92233720368547758.07")]
    [InlineData("JPY", long.MinValue, "-9223372036854775808")]
    public void A_machine_reads_an_amount_with_a_point_and_all_decimals(string currency, long minorUnits, string expected)
    {
        var amount = new Money(minorUnits, Currency.FromCode(currency));
        Assert.Equal(expected, amount.ToInvariantString());
        Assert.Equal($"{expected} {currency}", $"{amount}");
    }

    [Fact]
    public void The_invariant_text_is_the_exact_amount() => Generators.AnyMoney.Sample(amount =>
        Assert.Equal(amount.MinorUnits, decimal.Parse(amount.ToInvariantString(), CultureInfo.InvariantCulture) * amount.Currency.MinorUnitsPerUnit));

    [Fact]
    public void Json_keeps_every_amount() => Generators.AnyMoney.Sample(amount =>
        Assert.Equal(amount, JsonSerializer.Deserialize<Money>(JsonSerializer.Serialize(amount))));

    [Fact]
    public void Json_is_the_minor_units_and_the_currency()
    {
        Assert.Equal("\"-2240 EUR\"", JsonSerializer.Serialize(Eur(-2240)));
        Assert.Equal(new Money(5, Yen), JsonSerializer.Deserialize<Money>("\"5 jpy\""));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"5\"")]
    [InlineData("\"EUR\"")]
    [InlineData("\"5 XXX\"")]
    [InlineData("\"5.00 EUR\"")]
    [InlineData("\"5  EUR\"")]
    [InlineData("\"9223372036854775808 EUR\"")]
    [InlineData("\"1,000 EUR\"")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("{}")]
    public void Json_that_is_no_amount_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>(json));

    private static Money Eur(long minorUnits) => new(minorUnits, Currency.Euro);

    // Which of the spaces that never break a line French uses depends on the version of ICU.
    private static string PlainSpaces(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static void Exactly(BigInteger expected, Func<Money> compute)
    {
        if (expected > long.MaxValue || expected < long.MinValue)
        {
            Assert.Throws<OverflowException>(() => compute());
        }
        else
        {
            Assert.Equal(Eur((long)expected), compute());
        }
    }
}

using System.Globalization;
using CsCheck;
using Market.Ledger.Weights;

namespace Market.Ledger.Tests.Weights;

public class ScaleReaderTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("359", 359)]
    [InlineData("192+167", 359)]
    [InlineData(" 192 + 167 ", 359)]
    [InlineData("192g + 167 g", 359)]
    [InlineData("1,25 kg", 1250)]
    [InlineData("1.25kg", 1250)]
    [InlineData("2 KG", 2000)]
    [InlineData("0,005 kg", 5)]
    [InlineData("1,2 kg+300", 1500)]
    [InlineData("0000359", 359)]
    [InlineData("999999", 999_999)]
    [InlineData("999,999 kg", 999_999)]
    public void A_figure_is_grams_or_says_that_it_is_kilograms(string text, int grams) =>
        Assert.Equal(new ScaleReading(grams, null), ScaleReader.Read(text));

    [Theory]
    [InlineData(null, ScaleFault.Missing)]
    [InlineData("", ScaleFault.Missing)]
    [InlineData(" \t", ScaleFault.Missing)]
    [InlineData("-192", ScaleFault.Negative)]
    [InlineData("192+-167", ScaleFault.Negative)]
    [InlineData("\u2212192", ScaleFault.Negative)]
    [InlineData("192-167", ScaleFault.NotAWeight)]
    [InlineData("192+", ScaleFault.NotAWeight)]
    [InlineData("+192", ScaleFault.NotAWeight)]
    [InlineData("192++167", ScaleFault.NotAWeight)]
    [InlineData("1 250", ScaleFault.NotAWeight)]
    [InlineData("a lot", ScaleFault.NotAWeight)]
    [InlineData("1e3", ScaleFault.NotAWeight)]
    [InlineData("2 lb", ScaleFault.NotAWeight)]
    [InlineData("٣", ScaleFault.NotAWeight)]
    [InlineData("192\n", null)]
    [InlineData("1,25", ScaleFault.UnitMissing)]
    [InlineData("1,25 g", ScaleFault.UnitMissing)]
    [InlineData("1,2345 kg", ScaleFault.TooManyDecimals)]
    [InlineData("1000000", ScaleFault.TooLarge)]
    [InlineData("1000 kg", ScaleFault.TooLarge)]
    [InlineData("999999+1", ScaleFault.TooLarge)]
    [InlineData("99999999999999999999999999999999", ScaleFault.TooLarge)]
    [InlineData("2147483647+2147483647", ScaleFault.TooLarge)]
    public void What_is_no_weight_has_one_fault(string? text, ScaleFault? fault)
    {
        var reading = ScaleReader.Read(text);
        Assert.Equal(fault, reading.Fault);
        Assert.Equal(fault is null, reading.Grams is not null);
    }

    [Fact]
    public void A_sum_of_many_is_their_sum_or_too_large() => Gen.Int[0, ScaleReader.MaxGrams].List[1, 20].Sample(parts =>
    {
        var reading = ScaleReader.Read(string.Join('+', parts.Select(part => part.ToString(CultureInfo.InvariantCulture))));
        var sum = parts.Sum(part => (long)part);
        return sum > ScaleReader.MaxGrams ? reading.Fault is ScaleFault.TooLarge : reading.Grams == sum;
    });

    [Fact]
    public void Whatever_is_typed_it_answers() => Gen.String.Sample(text => ScaleReader.Read(text) is { Grams: null } or { Fault: null, Grams: >= 0 and <= ScaleReader.MaxGrams });

    [Theory]
    [InlineData(1290, 359, 463)]
    [InlineData(1000, 1, 1)]
    [InlineData(500, 1, 1)]
    [InlineData(499, 1, 0)]
    [InlineData(1290, 0, 0)]
    [InlineData(0, 359, 0)]
    public void A_weight_costs_its_part_of_a_kilogram_rounded_once_half_up(long perKilogram, int grams, long cost) =>
        Assert.Equal(cost, WeightPrice.Of(perKilogram, grams));

    [Fact]
    public void A_price_that_does_not_fit_and_a_weight_below_nothing_are_errors()
    {
        Assert.Throws<OverflowException>(() => WeightPrice.Of(long.MaxValue, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightPrice.Of(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightPrice.Of(-1, 1));
    }
}

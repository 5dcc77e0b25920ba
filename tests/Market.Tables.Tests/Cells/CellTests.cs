using System.Globalization;
using CsCheck;
using Market.Tables.Cells;

namespace Market.Tables.Tests.Cells;

public sealed class CellTests
{
    [Theory]
    [InlineData("12,50", "12.50")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("1\u00a0234\u00a0567,89 €", "1234567.89")]
    [InlineData("1\u202f234,00", "1234")]
    [InlineData("1.234,00", "1234")]
    [InlineData("1'234,00", "1234")]
    [InlineData("- 12 €", "-12")]
    [InlineData("\u221212,00", "-12")]
    [InlineData("12,00-", "-12")]
    [InlineData("(12,00)", "-12")]
    [InlineData("€ 12", "12")]
    [InlineData("EUR -12,00", "-12")]
    [InlineData("+0,05", "0.05")]
    [InlineData(",5", "0.5")]
    [InlineData("1.234", "1234")]
    [InlineData("12.50", null)]
    [InlineData("1 23,00", null)]
    [InlineData("1.234 567,00", null)]
    [InlineData("-(12)", null)]
    [InlineData("-12-", null)]
    [InlineData("(12", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData("12 pommes", null)]
    [InlineData("1e3", null)]
    [InlineData("١٢", null)]
    [InlineData("9999999999999999", null)]
    public void Reads_an_amount_with_a_comma(string text, string? amount) => Assert.Equal(Amount(amount), AmountText.Read(text, DecimalMark.Comma));

    [Theory]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("12.5", "12.5")]
    [InlineData("1,234", "1234")]
    [InlineData("12,50", null)]
    public void Reads_an_amount_with_a_point(string text, string? amount) => Assert.Equal(Amount(amount), AmountText.Read(text, DecimalMark.Point));

    [Fact]
    public void A_column_says_what_stands_before_its_decimals()
    {
        Assert.Equal((DecimalMark.Comma, true), AmountText.MarkOf(["12,50", "3", "nothing"], 2));
        Assert.Equal((DecimalMark.Point, true), AmountText.MarkOf(["12.50", "3"], 2));
        Assert.Equal((DecimalMark.Comma, true), AmountText.MarkOf(["12", ""], 2));
        Assert.Equal((DecimalMark.Comma, true), AmountText.MarkOf(["1.234"], 2));
        Assert.Equal((DecimalMark.Comma, false), AmountText.MarkOf(["1.234"], 3));
        Assert.Equal((DecimalMark.Comma, false), AmountText.MarkOf(["1,5", "2.5"], 2));
    }

    [Fact]
    public void Whatever_is_written_in_French_is_read_exactly() => Gen.Long[-99_999_999_999, 99_999_999_999].Sample(cents =>
        Assert.Equal(cents / 100m, AmountText.Read((cents / 100m).ToString("N2", CultureInfo.GetCultureInfo("fr-FR")), DecimalMark.Comma)));

    [Theory]
    [InlineData("15/11/2026", DayOrder.DayMonthYear)]
    [InlineData("15/11/26", DayOrder.DayMonthYear)]
    [InlineData("15.11.2026", DayOrder.DayMonthYear)]
    [InlineData("15-11-2026 10:32", DayOrder.DayMonthYear)]
    [InlineData("2026-11-15", DayOrder.YearMonthDay)]
    [InlineData("2026-11-15T10:32:00Z", DayOrder.YearMonthDay)]
    [InlineData("20261115", DayOrder.YearMonthDay)]
    [InlineData("11/15/2026", DayOrder.MonthDayYear)]
    public void Reads_a_day(string text, DayOrder order)
    {
        Assert.Equal(new DateOnly(2026, 11, 15), DayText.Read(text, order));
        Assert.Equal([order], DayText.OrdersOf([text, ""]));
    }

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("15/11-2026")]
    [InlineData("00/11/2026")]
    [InlineData("15/11/202")]
    [InlineData("15/11/0026")]
    [InlineData("tomorrow")]
    [InlineData("99999999")]
    public void What_is_no_day_is_none(string text) => Assert.Empty(DayText.OrdersOf([text]));

    [Fact]
    public void A_column_that_does_not_tell_day_from_month_says_so()
    {
        Assert.Equal([DayOrder.DayMonthYear, DayOrder.MonthDayYear], DayText.OrdersOf(["03/04/2026", "05/06/2026"]));
        Assert.Equal([DayOrder.DayMonthYear], DayText.OrdersOf(["03/04/2026", "25/06/2026"]));
        Assert.Empty(DayText.OrdersOf(["03/04/2026", "2026-04-03"]));
        Assert.Empty(DayText.OrdersOf([]));
    }

    private static decimal? Amount(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

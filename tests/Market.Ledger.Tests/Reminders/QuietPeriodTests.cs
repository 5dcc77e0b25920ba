using System.Globalization;
using Market.Ledger.Reminders;

namespace Market.Ledger.Tests.Reminders;

public sealed class QuietPeriodTests
{
    [Theory]
    [InlineData("24/12-02/01", "23/12/2026", false)]
    [InlineData("24/12-02/01", "24/12/2026", true)]
    [InlineData("24/12-02/01", "01/01/2027", true)]
    [InlineData("24/12-02/01", "02/01/2027", true)]
    [InlineData("24/12-02/01", "03/01/2027", false)]
    [InlineData("1/8 – 15/8", "01/08/2026", true)]
    [InlineData("1/8 – 15/8", "16/08/2026", false)]
    [InlineData("14/7", "14/07/2026", true)]
    [InlineData("14/7", "15/07/2026", false)]
    [InlineData("29/02", "29/02/2028", true)]
    [InlineData("29/02", "01/03/2026", false)]
    public void A_period_holds_its_days(string period, string day, bool expected) =>
        Assert.Equal(expected, QuietPeriod.Read(period)!.Contains(DateOnly.ParseExact(day, "dd/MM/yyyy", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("31/02")]
    [InlineData("12/24")]
    [InlineData("24/12-")]
    [InlineData("1/1-2/1-3/1")]
    [InlineData("Christmas")]
    public void Anything_else_is_no_period(string? text) => Assert.Null(QuietPeriod.Read(text));

    [Theory]
    [InlineData("24/12 – 2/1", "24/12-02/01")]
    [InlineData("14/7", "14/07")]
    public void It_is_written_as_it_is_read(string text, string expected)
    {
        Assert.Equal(expected, QuietPeriod.Read(text)!.ToString());
        Assert.Equal(expected, QuietPeriod.Read(expected)!.ToString());
    }
}

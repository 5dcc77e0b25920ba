using System.Globalization;
using Market.Ledger.Vat;

namespace Market.Ledger.Tests.Vat;

public class VatRateTests
{
    [Theory]
    [InlineData("5,5", 550)]
    [InlineData(" 20 % ", 2000)]
    [InlineData("2.1", 210)]
    [InlineData("0", 0)]
    [InlineData("100.00", 10_000)]
    [InlineData("100,01", null)]
    [InlineData("5,555", null)]
    [InlineData("-5", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_rate_is_read_as_people_type_it(string? text, int? basisPoints) => Assert.Equal(basisPoints, VatRate.Read(text));

    [Theory]
    [InlineData(550, "fr-FR", "5,5")]
    [InlineData(2000, "fr-FR", "20")]
    [InlineData(5, "en-GB", "0.05")]
    public void A_rate_is_shown_as_people_read_it(int basisPoints, string culture, string text) =>
        Assert.Equal(text, VatRate.Text(basisPoints, CultureInfo.GetCultureInfo(culture)));
}

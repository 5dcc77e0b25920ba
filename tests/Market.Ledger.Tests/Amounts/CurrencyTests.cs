using System.Text.Json;
using Market.Ledger.Amounts;

namespace Market.Ledger.Tests.Amounts;

public class CurrencyTests
{
    [Theory]
    [InlineData("JPY", 0, 1)]
    [InlineData("EUR", 2, 100)]
    [InlineData("TND", 3, 1000)]
    public void A_currency_knows_its_decimals(string code, int decimals, long perUnit)
    {
        var currency = Currency.FromCode(code);
        Assert.Equal((decimals, perUnit), (currency.Decimals, currency.MinorUnitsPerUnit));
    }

    [Fact]
    public void Every_currency_is_found_by_its_code_in_either_case()
    {
        Assert.All(Currency.All, currency =>
        {
            Assert.Matches("^[A-Z]{3}$", currency.Code);
            Assert.Same(currency, Currency.FromCode(currency.Code.ToLowerInvariant()));
            Assert.Contains(currency.Decimals, new[] { 0, 2, 3 });
        });
        Assert.Equal(Currency.All.Count, Currency.All.Select(currency => currency.Code).Distinct().Count());
        Assert.Contains(Currency.Euro, Currency.All);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EU")]
    [InlineData("EURO")]
    [InlineData(" EUR")]
    [InlineData("XXX")]
    [InlineData("€€€")]
    public void What_is_no_currency_is_not_found(string? code)
    {
        Assert.False(Currency.TryFromCode(code, out var currency));
        Assert.Null(currency);
        Assert.Throws<ArgumentException>(() => Currency.FromCode(code!));
    }

    [Fact]
    public void Json_is_the_code()
    {
        Assert.Equal("\"EUR\"", JsonSerializer.Serialize(Currency.Euro));
        Assert.Same(Currency.Euro, JsonSerializer.Deserialize<Currency>("\"EUR\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Currency>("\"XXX\""));
    }
}

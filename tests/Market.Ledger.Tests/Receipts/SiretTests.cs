using Market.Ledger.Receipts;

namespace Market.Ledger.Tests.Receipts;

/// <summary>A SIRET is read as people type it, and one digit wrong is noticed.</summary>
public class SiretTests
{
    [Theory]
    [InlineData("73282932000074")]
    [InlineData(" 732 829 320 00074 ")]
    public void It_is_read_with_and_without_spaces(string text)
    {
        Assert.True(Siret.TryParse(text, out var siret));
        Assert.Equal("73282932000074", siret.Value);
        Assert.Equal("732 829 320 00074", siret.ToString());
    }

    [Fact]
    public void La_Poste_has_a_check_of_its_own() => Assert.True(Siret.TryParse("35600000049837", out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("732829320")]
    [InlineData("73282932000075")]
    [InlineData("73282932100073")]
    [InlineData("00000000000000")]
    [InlineData("7328293200007A")]
    [InlineData("35600000049838")]
    public void What_is_none_is_none(string? text) => Assert.False(Siret.TryParse(text, out _));
}

using Market.Ledger.Banking;

namespace Market.Ledger.Tests.Banking;

public class BicTests
{
    [Theory]
    [InlineData("AGRIFRPP")]
    [InlineData("AGRIFRPP882")]
    [InlineData(" deutdeff ")]
    [InlineData("CMCIFRPPXXX")]
    public void A_bic_is_recognised(string text) => Assert.True(Bic.IsValid(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AGRIFRP")]
    [InlineData("AGRIFRPP8")]
    [InlineData("AGRIFRPP88")]
    [InlineData("AGRIFRPP8822")]
    [InlineData("AGRI12PP")]
    [InlineData("AGRI FRPP")]
    [InlineData("AGRIFRP\u00c9")]
    [InlineData("AGRIFRPP\nAGRIFRPP")]
    [InlineData("AGRIFRPP\u0000")]
    public void What_is_no_bic_is_refused(string? text) => Assert.False(Bic.IsValid(text));
}

using Market.Bank.Words;

namespace Market.Bank.Tests.Words;

public class ReferenceTextTests
{
    [Theory]
    [InlineData("RF18539007547034")]
    [InlineData("rf18 5390 0754 7034")]
    [InlineData("VIR SEPA DUPONT /RFB/RF18539007547034/INV")]
    [InlineData("Panier RF18 5390 0754 7034 merci")]
    [InlineData("RF185390075 47034")]
    public void A_reference_is_found_whole_wherever_it_stands(string text) => Assert.Contains("RF18539007547034", ReferenceText.Find(text));

    [Theory]
    [InlineData("RF185390075470341")]
    [InlineData("RF18539007547035")]
    [InlineData("XRF18539007547034")]
    [InlineData("RF18-539007547034")]
    [InlineData("RF")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_whole_is_none(string? text) => Assert.DoesNotContain("RF18539007547034", ReferenceText.Find(text));

    [Theory]
    [InlineData("RF18539007547034", "RF18539007547035", true)]
    [InlineData("RF18539007547034", "RF18539007540734", true)]
    [InlineData("RF18539007547034", "RF18539007547034", false)]
    [InlineData("RF18539007547034", "RF1853900754703", false)]
    [InlineData("RF18539007547034", "RF19539007547035", false)]
    public void Near_is_one_character_or_two_neighbours(string one, string other, bool isNear) => Assert.Equal(isNear, ReferenceText.IsNear(one, other));
}

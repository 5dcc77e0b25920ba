using Market.Ledger.Vat;

namespace Market.Ledger.Tests.Vat;

public class VatNumberTests
{
    [Theory]
    [InlineData("fr 44 732 829 320", "FR44732829320", true)]
    [InlineData("FR45732829320", "FR45732829320", false)]
    [InlineData("FR44732829321", "FR44732829321", false)]
    [InlineData("FRK7732829320", "FRK7732829320", true)]
    [InlineData("FR4473282932", "FR4473282932", false)]
    [InlineData("BE0123456749", "BE0123456749", true)]
    [InlineData("B0123456749", "B0123456749", false)]
    [InlineData("DE1", "DE1", false)]
    [InlineData("  ", null, false)]
    [InlineData(null, null, false)]
    public void A_number_is_kept_without_spaces_and_a_French_ones_key_is_checked(string? typed, string? kept, bool holds)
    {
        Assert.Equal(kept, VatNumber.Trimmed(typed));
        Assert.Equal(holds, VatNumber.IsNumber(kept));
    }
}

using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Orders.TypeIn;

namespace Market.Payments.FireTests.Goods;

/// <summary>Who is meant by what is typed from paper.</summary>
public sealed class TypeInMatchTests
{
    [Theory]
    [InlineData("he", true)]
    [InlineData("HÉ fa", true)]
    [InlineData("fa he", true)]
    [InlineData("saint-f", true)]
    [InlineData("saintf", true)]
    [InlineData("sa", true)]
    [InlineData("42", true)]
    [InlineData("0042", true)]
    [InlineData("c-0042", true)]
    [InlineData("4", false)]
    [InlineData("42 he", false)]
    [InlineData("aure", false)]
    [InlineData("he x", false)]
    public void A_member_is_meant_by_the_number_or_by_how_words_begin(string typed, bool isMeant)
    {
        var account = new OpenAccount("id", "C-0042", "Hélène Saint-Faure", string.Empty, new Balances(Money.Zero(Currency.Euro), Money.Zero(Currency.Euro)), 0) { Reference = "REF" };
        Assert.Equal(isMeant, TypeInPages.Fits(account, typed));
    }
}

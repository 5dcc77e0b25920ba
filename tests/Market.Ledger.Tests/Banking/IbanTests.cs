using CsCheck;
using Market.Ledger.Banking;

namespace Market.Ledger.Tests.Banking;

public class IbanTests
{
    public static TheoryData<string> Valid => ["FR7630006000011234567890189", "DE89370400440532013000", "GB82WEST12345698765432", "NO9386011117947", "MT84MALT011000012345MTLCAST001S"];

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_number_is_read_in_any_spacing_and_case(string value)
    {
        Assert.True(Iban.TryParse(value, out var iban));
        Assert.Equal(value, iban.Value);
        Assert.True(Iban.TryParse($" {iban.ToString().ToLowerInvariant().Replace(' ', '\u00a0')}\t", out var again));
        Assert.Equal(iban, again);
    }

    [Theory]
    [InlineData("FR76-3000-6000-0112-3456-7890-189")]
    [InlineData("FR76.3000.6000.0112.3456.7890.189")]
    [InlineData("FR76\u20113000\u20116000 0112 3456 7890 189")]
    public void People_type_dots_and_hyphens(string text)
    {
        Assert.True(Iban.TryParse(text, out var iban));
        Assert.Equal("FR7630006000011234567890189", iban.Value);
    }

    [Theory]
    [InlineData("FR", "3000A000011234567890189")]
    [InlineData("DE", "37040044053201300A")]
    [InlineData("GB", "1EST12345698765432")]
    [InlineData("NO", "8601111794A")]
    public void Letters_where_the_country_has_digits_are_refused_though_the_check_fits(string country, string body)
    {
        var digits = string.Concat((body + country + "00").Select(character => char.IsAsciiDigit(character) ? $"{character}" : $"{character - 'A' + 10}"));
        var check = 98 - (int)(System.Numerics.BigInteger.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) % 97);
        Assert.False(Iban.TryParse($"{country}{check:00}{body}", out _));
    }

    [Fact]
    public void A_number_is_printed_in_groups_of_four()
    {
        Assert.True(Iban.TryParse("DE89370400440532013000", out var iban));
        Assert.Equal("DE89 3704 0044 0532 0130 00", iban.ToString());
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void Any_one_digit_changed_is_found(string value)
    {
        for (var i = 2; i < value.Length; i++)
        {
            foreach (var digit in "0123456789".Where(digit => char.IsAsciiDigit(value[i]) && digit != value[i]))
            {
                Assert.False(Iban.TryParse(value[..i] + digit + value[(i + 1)..], out _));
            }
        }
    }

    [Fact]
    public void Only_one_pair_of_check_digits_is_valid_for_a_number() => Gen.Char["0123456789"].Array[18].Sample(digits =>
    {
        var valid = Enumerable.Range(0, 100).Where(check => Iban.TryParse($"DE{check:00}{new string(digits)}", out _));
        Assert.InRange(Assert.Single(valid), 2, 98);
    }, iter: 200);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FR")]
    [InlineData("FR76")]
    [InlineData("FR763000600001123456789018")]
    [InlineData("FR76300060000112345678901890")]
    [InlineData("XX7630006000011234567890189")]
    [InlineData("FR٧630006000011234567890189")]
    public void What_is_no_number_is_refused(string? text)
    {
        Assert.False(Iban.TryParse(text, out var iban));
        Assert.Null(iban);
    }

    [Fact]
    public void A_number_whose_check_fits_but_whose_length_is_another_countrys_is_refused()
    {
        // The check digits are right for this body; a Norwegian number has 15 characters.
        const string body = "86011117947000";
        var check = 98 - (int)(System.Numerics.BigInteger.Parse(body + "2324" + "00", System.Globalization.CultureInfo.InvariantCulture) % 97);
        Assert.False(Iban.TryParse($"NO{check:00}{body}", out _));
    }

    [Fact]
    public void No_text_throws() => Gen.String.Sample(text => Iban.TryParse(text, out _) || true);
}

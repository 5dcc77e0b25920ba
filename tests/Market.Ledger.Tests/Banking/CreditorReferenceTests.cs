using CsCheck;
using Market.Ledger.Banking;

namespace Market.Ledger.Tests.Banking;

public class CreditorReferenceTests
{
    private static readonly Gen<string> Bodies = Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"].Array[1, CreditorReference.MaxBodyLength].Select(characters => new string(characters));

    [Fact]
    public void The_standards_example_is_made_and_recognised()
    {
        Assert.Equal("RF18539007547034", CreditorReference.For("539007547034"));
        Assert.True(CreditorReference.IsValid("RF18539007547034"));
        Assert.True(CreditorReference.IsValid("rf18 5390 0754 7034"));
        Assert.Equal("RF18 5390 0754 7034", CreditorReference.Printed("RF18539007547034"));
    }

    [Fact]
    public void Every_reference_made_is_valid_however_it_is_printed() => Bodies.Sample(body =>
    {
        var reference = CreditorReference.For(body);
        Assert.EndsWith(body, reference, StringComparison.Ordinal);
        Assert.Equal(body.Length + 4, reference.Length);
        Assert.True(CreditorReference.IsValid(reference));
        Assert.True(CreditorReference.IsValid(CreditorReference.Printed(reference).ToLowerInvariant()));
    });

    [Fact]
    public void Any_one_digit_or_letter_changed_is_found() => Gen.Select(Bodies, Gen.Int[0, 24], Gen.Int[1, 25]).Sample((body, place, by) =>
    {
        var reference = CreditorReference.For(body).ToCharArray();
        place %= reference.Length;
        var (first, count) = char.IsAsciiDigit(reference[place]) ? ('0', 10) : ('A', 26);
        var other = (char)(first + ((reference[place] - first + by) % count));
        if (other != reference[place])
        {
            reference[place] = other;
            Assert.False(CreditorReference.IsValid(new string(reference)));
        }
    }, iter: 2000);

    [Fact]
    public void The_check_digits_are_the_ones_that_are_given() => Bodies.Sample(body =>
    {
        var valid = Enumerable.Range(0, 100).Select(check => $"RF{check:00}{body}").Where(CreditorReference.IsValid);
        Assert.Equal([CreditorReference.For(body)], valid);
    }, iter: 200);

    [Theory]
    [InlineData("")]
    [InlineData("-- é")]
    [InlineData("1234567890123456789012")]
    public void A_body_with_nothing_usable_or_too_much_is_refused(string body) =>
        Assert.Throws<ArgumentException>(() => CreditorReference.For(body));

    [Fact]
    public void What_is_neither_letter_nor_digit_is_left_out() =>
        Assert.Equal(CreditorReference.For("C0042"), CreditorReference.For("c-0042"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RF18")]
    [InlineData("18539007547034")]
    [InlineData("XX18539007547034")]
    [InlineData("RF18-5390-0754-7034")]
    public void What_is_no_reference_is_refused(string? text) => Assert.False(CreditorReference.IsValid(text));

    [Fact]
    public void A_reference_longer_than_the_standard_allows_is_refused()
    {
        // 22 zeros and the check digits that fit them: only the length is wrong.
        var check = 98 - (int)(System.Numerics.BigInteger.Parse("271500", System.Globalization.CultureInfo.InvariantCulture) % 97);
        Assert.True(CreditorReference.IsValid($"RF{check:00}" + new string('0', CreditorReference.MaxBodyLength)));
        Assert.False(CreditorReference.IsValid($"RF{check:00}" + new string('0', CreditorReference.MaxBodyLength + 1)));
    }

    [Fact]
    public void No_text_throws() => Gen.String.Sample(text => CreditorReference.IsValid(text) || true);
}

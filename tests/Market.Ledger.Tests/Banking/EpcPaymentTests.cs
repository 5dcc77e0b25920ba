using System.Text;
using CsCheck;
using Market.Ledger.Amounts;
using Market.Ledger.Banking;

namespace Market.Ledger.Tests.Banking;

/// <summary>The rules are those of EPC069-12, version 002: order of elements, 331 bytes, line feeds, nothing after the last element.</summary>
public class EpcPaymentTests
{
    private const string Reference = "RF18539007547034";

    private static readonly Iban Iban = Read("FR76 3000 6000 0112 3456 7890 189");

    [Fact]
    public void A_transfer_is_written_to_the_byte()
    {
        var payload = EpcPayment.Payload("Marché des Tilleuls", Iban, "AGRIFRPPXXX", Euros(1230), Reference);

        Assert.Equal(
            Encoding.UTF8.GetBytes("BCD\n002\n1\nSCT\nAGRIFRPPXXX\nMarché des Tilleuls\nFR7630006000011234567890189\nEUR12.30\n\nRF18539007547034"),
            payload);
    }

    [Fact]
    public void Without_a_BIC_its_element_is_empty_and_keeps_its_place() =>
        Assert.Equal("BCD\n002\n1\nSCT\n\nM\nFR7630006000011234567890189\nEUR0.01\n\n" + Reference, Text("M", null, 1));

    [Theory]
    [InlineData(1, "EUR0.01")]
    [InlineData(10, "EUR0.10")]
    [InlineData(100, "EUR1.00")]
    [InlineData(999_999_999_99, "EUR999999999.99")]
    public void The_amount_has_a_point_and_no_separators(long minorUnits, string element) =>
        Assert.Equal(element, Text("M", null, minorUnits)!.Split('\n')[7]);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000_00)]
    public void Nothing_to_transfer_or_too_much_has_no_code(long minorUnits) => Assert.Null(Text("M", null, minorUnits));

    [Fact]
    public void Another_currency_has_no_code() =>
        Assert.Null(EpcPayment.Payload("M", Iban, null, new Money(100, Currency.FromCode("CHF")), Reference));

    [Theory]
    [InlineData(null)]
    [InlineData(" \n ")]
    public void No_name_has_no_code(string? holder) => Assert.Null(Text(holder, null, 100));

    [Fact]
    public void A_reference_that_is_none_has_no_code() => Assert.Null(EpcPayment.Payload("M", Iban, null, Euros(100), "RF00123"));

    [Fact]
    public void Whatever_the_name_it_takes_one_line_of_70_characters_and_the_payload_331_bytes() =>
        Gen.OneOf("a", "é", "€", "😀", "\n", "\r\n", " ", "BCD").Array[1, 90].Select(string.Concat).Sample(holder =>
        {
            if (Text(holder, "AGRIFRPPXXX", 999_999_999_99) is not { } text)
            {
                Assert.True(string.IsNullOrWhiteSpace(holder));
                return;
            }

            var elements = text.Split('\n');
            Assert.Equal(10, elements.Length);
            Assert.InRange(elements[5].Length, 1, 70);
            Assert.DoesNotContain('\r', text);
            Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, EpcPayment.MaxBytes);
            Assert.DoesNotContain('\uFFFD', text);
            Assert.EndsWith("\n" + Reference, text, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData(" agrifrpp882 ", "AGRIFRPP882")]
    [InlineData("AGRIFRP", "")]
    [InlineData("AGRIFRPP8822", "")]
    [InlineData("AGRIFRPP\nEUR1.00", "")]
    [InlineData("AGRI\u0007FRPP", "")]
    public void Only_a_bic_is_told_and_in_capitals(string bic, string told) =>
        Assert.Equal(told, Text("Market", bic, 100)!.Split('\n')[4]);

    private static string? Text(string? holder, string? bic, long minorUnits) =>
        EpcPayment.Payload(holder, Iban, bic, Euros(minorUnits), Reference) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private static Money Euros(long minorUnits) => new(minorUnits, Currency.Euro);

    private static Iban Read(string text) => Iban.TryParse(text, out var iban) ? iban : throw new InvalidOperationException(text);
}

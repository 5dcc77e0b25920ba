using System.Text;
using Market.Bank.Ofx;
using Market.Bank.Statements;
using static Market.Bank.Tests.Reading;

namespace Market.Bank.Tests.Ofx;

public class OfxReaderTests
{
    private const string Sgml =
        """
        OFXHEADER:100
        DATA:OFXSGML
        CHARSET:1252

        <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>
        <CURDEF>EUR
        <BANKACCTFROM><BANKID>30006<BRANCHID>00001<ACCTID>12345678901<ACCTTYPE>CHECKING</BANKACCTFROM>
        <BANKTRANLIST><DTSTART>20261101<DTEND>20261120
        <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261120120000<TRNAMT>+42,50<FITID>B-1<NAME>VIR Hélène &amp; Co<MEMO>RF18539007547034</STMTTRN>
        <STMTTRN>
        <TRNTYPE>DEBIT
        <DTPOSTED>20261120
        <TRNAMT>-12.00
        <FITID>B-2
        <NAME>FRAIS
        </BANKTRANLIST>
        <LEDGERBAL><BALAMT>130,50<DTASOF>20261120</LEDGERBAL>
        <AVAILBAL><BALAMT>99<DTASOF>20261121</AVAILBAL>
        </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
        """;

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("iso-8859-1", false)]
    [InlineData("utf-8", true)]
    public void Movements_are_read_whatever_the_header_says_of_their_charset(string charset, bool hasMark)
    {
        var mark = hasMark ? "\ufeff" : string.Empty;
        var parts = Reading.With(OfxReader.Read, mark + Sgml, Encoding.GetEncoding(charset));

        Assert.Equal(new StatementPart.Began(Iban, Market.Ledger.Amounts.Currency.Euro, null, null), parts[0]);
        Assert.Equal(
            [(Euros(42.50m), "VIR Hélène & Co RF18539007547034", "B-1"), (Euros(-12), "FRAIS", "B-2")],
            parts.Lines().Select(line => (line.Amount, line.Text, line.BankId!)));
        Assert.Equal(new StatementPart.Ended(new BankBalance(Euros(130.50m), Day(20))), parts[^1]);
    }

    [Fact]
    public void Version_two_is_the_same()
    {
        var xml = "<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF><BANKACCTFROM><BANKID>30006</BANKID><BRANCHID>00001</BRANCHID><ACCTID>12345678901</ACCTID></BANKACCTFROM>"
            + "<BANKTRANLIST><STMTTRN><DTPOSTED>20261120</DTPOSTED><TRNAMT>42.50</TRNAMT><FITID>B-1</FITID><NAME>VIR Hélène &amp; Co</NAME><MEMO>RF18539007547034</MEMO></STMTTRN></BANKTRANLIST>"
            + "<LEDGERBAL><BALAMT>130.50</BALAMT><DTASOF>20261120</DTASOF></LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";

        var parts = Reading.With(OfxReader.Read, xml);

        var sgml = Reading.With(OfxReader.Read, Sgml);
        Assert.Equal([sgml[0], sgml[1], sgml[^1]], parts);
    }

    [Fact]
    public void A_file_without_a_statement_is_none() => Assert.Equal(StatementFaultReason.NotWellFormed, Reading.With(OfxReader.Read, "<OFX><INVSTMTRS><STMTTRN></STMTTRN></INVSTMTRS></OFX>").Fault().Reason);

    [Fact]
    public void A_file_that_is_not_closed_may_lack_accounts() =>
        Assert.Equal(new StatementFault(StatementFaultReason.Missing, 0, "</OFX>"), Reading.With(OfxReader.Read, Sgml.Replace("</OFX>", string.Empty, StringComparison.Ordinal)).Fault());

    [Fact]
    public void What_breaks_off_is_broken() => BreaksOffAnywhere(OfxReader.Read, Sgml, Sgml.IndexOf("</STMTRS", StringComparison.Ordinal));

    [Theory]
    [InlineData("+42,50", "--42", StatementFaultReason.NotAnAmount, 9)]
    [InlineData("20261120120000", "2026", StatementFaultReason.NotADay, 9)]
    [InlineData("+42,50", "1000000000000000000000000000000", StatementFaultReason.NotAnAmount, 9)]
    [InlineData("+42,50", "1e30", StatementFaultReason.NotAnAmount, 9)]
    [InlineData("+42,50", "1.042,50", StatementFaultReason.NotAnAmount, 9)]
    [InlineData("+42,50", "+42,50<CURRENCY><CURRATE>0.9<CURSYM>USD</CURRENCY>", StatementFaultReason.NotACurrency, 9)]
    [InlineData("<TRNAMT>-12.00", "", StatementFaultReason.Missing, 16)]
    [InlineData("<LEDGERBAL>", "<STMTRS><LEDGERBAL>", StatementFaultReason.NotWellFormed, 17)]
    [InlineData("<CURDEF>EUR", "<CURDEF>E", StatementFaultReason.NotACurrency, 9)]
    public void What_is_wrong_is_named(string was, string is_, StatementFaultReason reason, int line)
    {
        var fault = Reading.With(OfxReader.Read, Sgml.Replace(was, is_, StringComparison.Ordinal)).Fault();

        Assert.Equal((reason, line), (fault.Reason, fault.Line));
    }
}

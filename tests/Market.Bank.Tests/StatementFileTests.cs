using System.IO.Compression;
using System.Text;
using Market.Bank.Statements;
using static Market.Bank.Tests.Reading;

namespace Market.Bank.Tests;

public class StatementFileTests
{
    private const string Mt940 = ":20:A\n:25:FR7630006000011234567890189\n:60F:C261119EUR100,00\n:61:261120C42,50NTRFNONREF\n:62F:C261120EUR142,50\n-";

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><Document/>", StatementForm.Camt)]
    [InlineData("OFXHEADER:100\n<OFX>", StatementForm.Ofx)]
    [InlineData("<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX/>", StatementForm.Ofx)]
    [InlineData(Mt940, StatementForm.Mt940)]
    [InlineData("0130006    00001EUR2 12345678901  191126", StatementForm.Cfonb)]
    [InlineData("date;amount", null)]
    [InlineData("", null)]
    public void A_form_is_known_by_what_stands_in_the_file(string text, StatementForm? form)
    {
        foreach (var encoding in new[] { new UTF8Encoding(true), Encoding.Latin1, Encoding.Unicode })
        {
            using var file = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

            Assert.Equal(form, StatementFile.FormOf(file));
            Assert.Equal(0, file.Position);
        }
    }

    [Fact]
    public void What_is_no_statement_is_of_no_form() => Assert.Equal(StatementFaultReason.UnknownForm, Reading.With(StatementFile.Read, "date;amount").Fault().Reason);

    [Fact]
    public void What_people_take_for_a_statement_is_called_what_it_is()
    {
        using var zipped = new MemoryStream();
        using (var zip = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("statement.xml").Open();
            entry.Write(Samples.Read("Camt/transfer.xml"));
        }

        using var squeezed = new MemoryStream();
        using (var gzip = new GZipStream(squeezed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Samples.Read("Cfonb/details.txt"));
        }

        Assert.Equal((StatementFaultReason.Compressed, "ZIP"), Said(zipped.ToArray()));
        Assert.Equal((StatementFaultReason.Compressed, "GZIP"), Said(squeezed.ToArray()));
        Assert.Equal((StatementFaultReason.ForPeople, "PDF"), Said("%PDF-1.7\n01"u8.ToArray()));
        Assert.Equal((StatementFaultReason.ForPeople, "Office"), Said([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
        Assert.Equal((StatementFaultReason.WebPage, "HTML"), Said("\r\n<!doctype html>\n<title>Connexion</title>"u8.ToArray()));
        Assert.Equal((StatementFaultReason.WebPage, "HTML"), Said("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>"u8.ToArray()));
        Assert.Equal((StatementFaultReason.Ebcdic, "EBCDIC"), Said(CodePagesEncodingProvider.Instance.GetEncoding(20297)!.GetBytes(Samples.Text("Cfonb/accounts.txt"))));
    }

    [Fact]
    public void Balances_tie_or_it_is_said_by_how_much_they_do_not()
    {
        var tied = Assert.Single(StatementTotals.Of(Reading.With(StatementFile.Read, Mt940)));
        var off = Assert.Single(StatementTotals.Of(Reading.With(StatementFile.Read, Mt940.Replace("142,50", "142,49", StringComparison.Ordinal))));

        Assert.Equal((1, Euros(42.50m), Euros(0)), (tied.Lines, tied.Sum, tied.Difference));
        Assert.Equal(Euros(-0.01m), off.Difference);
    }

    private static (StatementFaultReason Reason, string? Found) Said(byte[] content) => Reading.With(StatementFile.Read, content).Fault() is var fault ? (fault.Reason, fault.Found) : default;
}

using System.Text;
using Market.Tables.Files;

namespace Market.Tables.Tests.Files;

public sealed class TableFileTests
{
    private const string Members = "Prénom;Nom;E-mail;Solde\nÉlodie;Durand;elodie@example.org;12,50\nZoé;\"Le Potager; \"\"bio\"\"\";zoe@example.org;-3,00\n";

    public static TheoryData<string, byte[], TableCharset> Charsets => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Members), TableCharset.Utf8 },
        { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Members)], TableCharset.Utf8 },
        { "UTF-8 with a mark taken for text", [.. Encoding.UTF8.GetBytes("ï»¿" + Members)], TableCharset.Utf8 },
        { "UTF-8 with half a mark", [0xEF, 0xBB, .. Encoding.UTF8.GetBytes(Members)], TableCharset.Utf8 },
        { "UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Members)], TableCharset.Utf16 },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Members), TableCharset.Utf16 },
        { "UTF-16, high byte first", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Members)], TableCharset.Utf16BigEndian },
        { "Windows", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Members), TableCharset.Windows1252 },
    };

    [Theory]
    [MemberData(nameof(Charsets))]
    public void Reads_a_table_whatever_its_charset(string name, byte[] content, TableCharset charset)
    {
        var table = Open(content);

        Assert.True(table.Fault is null, name);
        Assert.Equal(new TableForm(';', charset, 1), table.Form);
        Assert.Equal(["Prénom", "Nom", "E-mail", "Solde"], table.Columns);
        Assert.Equal([(2, "Élodie|Durand|elodie@example.org|12,50"), (3, "Zoé|Le Potager; \"bio\"|zoe@example.org|-3,00")],
            table.Rows.Select(row => (row.Line, string.Join('|', row.Cells))));
    }

    [Fact]
    public void An_accent_that_comes_late_is_still_one() => Assert.Equal("é", Open([.. Encoding.ASCII.GetBytes("name,note\n" + string.Concat(Enumerable.Repeat("a,b\n", 40_000)) + "a,"), 0xE9])
        .Rows.Last()[1]);

    [Theory]
    [InlineData("Name,Balance\nAnn,12.50\nBob,3.00", ',')]
    [InlineData("Nom;Solde\nAnn;12,50\nBob;3,00", ';')]
    [InlineData("Nom\tSolde\nAnn\t12,50\nBob\t3,00", '\t')]
    [InlineData("Nom|Solde\nAnn|12,50\nBob|3,00", '|')]
    [InlineData("\"Nom, prénom\";Solde\n\"Durand, Ann\";1,00", ';')]
    [InlineData("sep=|\nNom|Solde\nA;nn|12", '|')]
    public void Knows_what_stands_between_cells(string text, char separator) => Assert.Equal(separator, Open(text).Form.Separator);

    [Fact]
    public void What_a_bank_writes_above_the_header_is_no_row()
    {
        var table = Open("Titulaire;AMAP du Pré;;\r\nCompte;FR76 3000;;\r\nSolde au 27/11/2026;1 234,56;;\r\n\r\nDate;Libellé;Débit;Crédit\r\n26/11/2026;VIR DURAND;;12,00\r\n\r\n;;;\r\n27/11/2026;FRAIS;2,00;\r\n");

        Assert.Equal(5, table.Form.HeaderLine);
        Assert.Equal(["Date", "Libellé", "Débit", "Crédit"], table.Columns);
        Assert.Equal([6, 9], table.Rows.Select(row => row.Line));
    }

    [Fact]
    public void A_row_has_the_line_it_begins_in_whatever_ends_lines()
    {
        var table = Open("a,b\r\n\"one\r\ntwo\nthree\",1\rlast,2");

        Assert.Equal([(2, "one\ntwo\nthree"), (5, "last")], table.Rows.Select(row => (row.Line, row[0])));
        Assert.Equal(table.Rows.Count(), table.Rows.Count());
    }

    [Fact]
    public void What_was_guessed_can_be_corrected()
    {
        var content = Encoding.UTF8.GetBytes("1;2\n3;4");

        Assert.Equal(0, Open(content).Form.HeaderLine);
        Assert.Equal(["", ""], Open(content).Columns);
        Assert.Equal(2, Open(content).Rows.Count());
        Assert.Equal(["1", "2"], Open(content, new TableForm(';', TableCharset.Utf8, 1)).Columns);
        Assert.Equal(["1;2"], Open(content, new TableForm(',', TableCharset.Utf8, 1)).Columns);
        Assert.Equal(new TableFault(TableFaultReason.NoHeader, 7), Open(content, new TableForm(';', TableCharset.Utf8, 7)).Fault);
    }

    [Fact]
    public void What_is_no_table_is_refused()
    {
        Assert.Equal(TableFaultReason.Empty, Open("").Fault!.Reason);
        Assert.Equal(TableFaultReason.Empty, Open("\n \n;;\n").Fault!.Reason);
        Assert.Equal(TableFaultReason.NotText, Open([0x50, 0x4B, 0x03, 0x04, 20, 0, 8, 8]).Fault!.Reason);
        Assert.Equal(TableFaultReason.NotText, Open("%PDF-1.7\n").Fault!.Reason);
    }

    [Fact]
    public void A_table_that_breaks_says_its_line()
    {
        const string Head = "a;b\n1;2\n";

        Assert.Equal(new TableFault(TableFaultReason.NotText, 3), Broken(Head + "x\0y;2\n"));
        Assert.Equal(new TableFault(TableFaultReason.QuoteNotClosed, 3), Broken(Head + "\"x;2\n3;4\n"));
        Assert.Equal(new TableFault(TableFaultReason.QuoteNotClosed, 3), Broken(Head + "\"x;2\n" + new string('x', TableLimits.RowLength)));
        Assert.Equal(new TableFault(TableFaultReason.RowTooLong, 3), Broken(Head + new string('x', TableLimits.RowLength + 1)));
        Assert.Equal(new TableFault(TableFaultReason.TooManyColumns, 3), Broken(Head + new string(';', TableLimits.Columns)));
        Assert.Equal(new TableFault(TableFaultReason.TooManyRows, TableLimits.Rows + 2), Broken("a;b\n" + string.Concat(Enumerable.Repeat("1;2\n", TableLimits.Rows + 1))));
    }

    private static TableFault? Broken(string text) => Open(text).Rows.Last().Fault;

    private static Table Open(string text) => Open(Encoding.UTF8.GetBytes(text));

    private static Table Open(byte[] content, TableForm? form = null) => TableFile.Open(new MemoryStream(content), form);
}

using System.Text;
using CsCheck;
using Market.Bank.Csv;
using Market.Bank.Statements;
using Market.Ledger.Amounts;
using Market.Tables.Cells;
using Market.Tables.Files;

namespace Market.Bank.Tests.Csv;

public class CsvTests
{
    private const string TwoColumns = """
        Compte : 00012345678;;;;
        Solde au 30/11/2026 : 1 234,56 EUR;;;;

        Date opération;Date valeur;Libellé;Débit euros;Crédit
        03/11/2026;04/11/2026;"VIR SEPA DUPONT JEAN; panier";;34,70
        05/11/2026;05/11/2026;FRAIS DE TENUE DE COMPTE;-7,50;
        ;;Total;-7,50;34,70
        """;

    [Fact]
    public void Two_columns_of_amounts_below_a_head_are_guessed_and_read_and_the_total_is_none()
    {
        var (table, mapping) = Guess(TwoColumns);
        Assert.Equal(("Date opération", DayOrder.DayMonthYear, "Débit euros", "Crédit", DecimalMark.Comma), (mapping.Day, mapping.DayOrder, mapping.Debit, mapping.Credit, mapping.Mark));
        var lines = Read(table, mapping).Lines().ToList();
        Assert.Equal([Reading.Euros(34.70m), Reading.Euros(-7.50m)], lines.Select(line => line.Amount));
        Assert.Equal(("VIR SEPA DUPONT JEAN; panier", Reading.Day(3), Reading.Day(4)), (lines[0].Text, lines[0].BookedOn, lines[0].ValueOn));
    }

    [Theory]
    [InlineData("Date;Libellé;Montant\n15/11/2026;x;1 234,50 €\n", 1234.50)]
    [InlineData("date,description,amount\n2026-11-15,x,\"1,234.50\"\n", 1234.50)]
    [InlineData("Date\tMontant\tLibelle\n15.11.2026\t-12,00\tx\n", -12)]
    [InlineData("Date|Montant|Libelle\n20261115|12,00-|x\n", -12)]
    public void Separators_days_and_marks_are_guessed(string text, decimal amount)
    {
        var (table, mapping) = Guess(text);
        var line = Assert.Single(Read(table, mapping).Lines());
        Assert.Equal((Reading.Day(15), Reading.Euros(amount), "x"), (line.BookedOn, line.Amount, line.Text));
    }

    [Fact]
    public void Signs_that_a_bank_turns_are_turned_back()
    {
        var (table, mapping) = Guess("Date;Libellé;Montant\n15/11/2026;x;-10,00\n");
        Assert.Equal(Reading.Euros(10), Assert.Single(Read(table, mapping with { IsTurned = true }).Lines()).Amount);
    }

    [Theory]
    [InlineData("Date;Libellé;Montant\n15/11/2026;x;10,00\n16/11/2026;x;dix\n", StatementFaultReason.NotAnAmount, 3, "dix")]
    [InlineData("Date;Libellé;Montant\n15/11/2026;x;10,001\n", StatementFaultReason.NotAnAmount, 2, "10,001")]
    [InlineData("Date;Libellé;Montant\n15/11/2026;x;10,00\n31/02/2026;x;1,00\n", StatementFaultReason.NotADay, 3, "31/02/2026")]
    public void A_row_that_is_none_is_named_by_its_line(string text, StatementFaultReason reason, int line, string found)
    {
        var (table, mapping) = Guess(text);
        Assert.Equal(new StatementFault(reason, line, found), Read(table, mapping with { DayOrder = DayOrder.DayMonthYear, Mark = DecimalMark.Comma }).Fault());
    }

    [Fact]
    public void A_mapping_whose_column_is_gone_says_which()
    {
        var (table, mapping) = Guess("Date;Libellé;Montant\n15/11/2026;x;10,00\n");
        Assert.Equal(new StatementFault(StatementFaultReason.Missing, 1, "Valeur en euros"), Read(table, mapping with { Amount = "Valeur en euros" }).Fault());
    }

    [Fact]
    public void Whatever_a_table_holds_reading_it_ends_and_throws_nothing() => Gen.OneOf("Date", "Montant", ";", "\n", "\"", "15/11/2026", "1,00", "-", "9999999999999999", "é", "\0", "\t").Array[0, 40].Sample(pieces =>
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("Date;Libellé;Montant\n" + string.Concat(pieces)));
        var table = TableFile.Open(file);
        var parts = CsvReader.Read(table, CsvGuess.Of(table, Currency.Euro), Reading.Iban, Currency.Euro).ToList();
        Assert.True(parts[^1] is StatementPart.Ended or StatementPart.Broken);
    });

    private static (Table Table, CsvMapping Mapping) Guess(string text)
    {
        var table = TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return (table, CsvGuess.Of(table, Currency.Euro));
    }

    private static List<StatementPart> Read(Table table, CsvMapping mapping) => [.. CsvReader.Read(table, mapping, Reading.Iban, Currency.Euro)];
}

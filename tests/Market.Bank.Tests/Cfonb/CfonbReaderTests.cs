using System.Text;
using Market.Bank.Cfonb;
using Market.Bank.Statements;
using static Market.Bank.Tests.Reading;

namespace Market.Bank.Tests.Cfonb;

public class CfonbReaderTests
{
    private static readonly string Whole = string.Join("\r\n", Balance("01", "191126", "0000000001000{"), Movement("201126", "0000000000425{", "VIR SEPA RECU"), More("NPY", "Hélène Dubois"), More("LIB", "RF18 5390 0754 7034"), More("RCN", "COMMANDE 20"), Movement("201126", "0000000000012}", "FRAIS", "05"), Balance("07", "201126", "0000000001412E")) + "\r\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    public void Movements_are_read_with_what_completes_them(string charset)
    {
        var parts = Reading.With(CfonbReader.Read, Whole, Encoding.GetEncoding(charset));

        Assert.Equal(new StatementPart.Began(Iban, Market.Ledger.Amounts.Currency.Euro, null, new BankBalance(Euros(100), Day(19))), parts[0]);
        var lines = parts.Lines().ToList();
        Assert.Equal((Euros(42.50m), "VIR SEPA RECU RF18 5390 0754 7034", "Hélène Dubois", "COMMANDE 20"), (lines[0].Amount, lines[0].Text, lines[0].Counterparty, lines[0].EndToEndId));
        Assert.Equal((Euros(-1.20m), true, "05"), (lines[1].Amount, lines[1].IsReturn, lines[1].ReturnReason));
        Assert.Equal(new StatementPart.Ended(new BankBalance(Euros(141.25m), Day(20))), parts[^1]);
    }

    [Fact]
    public void Records_without_line_ends_are_the_same() =>
        Assert.Equal(Reading.With(CfonbReader.Read, Whole), Reading.With(CfonbReader.Read, Whole.Replace("\r\n", string.Empty, StringComparison.Ordinal)));

    [Fact]
    public void Several_accounts_stand_in_one_file() => Assert.Equal(2, Reading.With(CfonbReader.Read, Whole + Whole).OfType<StatementPart.Ended>().Count());

    [Fact]
    public void What_breaks_off_is_broken() => BreaksOffAnywhere(CfonbReader.Read, Whole, Whole.Length - 20);

    [Fact]
    public void Records_of_another_account_or_currency_are_not_between_the_balances_of_this_one()
    {
        var movement = Movement("201126", "0000000000425{", "VIR");

        Assert.Equal(StatementFaultReason.NotWellFormed, Reading.With(CfonbReader.Read, Whole.Replace(Movement("201126", "0000000000012}", "FRAIS", "05"), movement.Replace("12345678901", "12345678902", StringComparison.Ordinal), StringComparison.Ordinal)).Fault().Reason);
        Assert.Equal(StatementFaultReason.NotACurrency, Reading.With(CfonbReader.Read, Whole.Replace(Movement("201126", "0000000000012}", "FRAIS", "05"), movement.Replace("EUR2", "USD2", StringComparison.Ordinal), StringComparison.Ordinal)).Fault().Reason);
    }

    [Theory]
    [InlineData("0000000001000é", 100_00)]
    [InlineData("0000000001000è", -100_00)]
    [InlineData("0000000001000I", 100_09)]
    [InlineData("0000000001000R", -100_09)]
    [InlineData("9999999999999I", 999_999_999_999_99)]
    public void The_last_character_of_an_amount_is_a_digit_and_its_sign(string amount, long minorUnits) =>
        Assert.Equal(minorUnits, Reading.With(CfonbReader.Read, Balance("01", "191126", amount)).OfType<StatementPart.Began>().Single().Opening!.Amount.MinorUnits);

    [Theory]
    [InlineData("0000000001000X", StatementFaultReason.NotAnAmount)]
    [InlineData("-000000001000{", StatementFaultReason.NotAnAmount)]
    public void A_wrong_amount_is_named(string amount, StatementFaultReason reason)
    {
        var fault = Reading.With(CfonbReader.Read, Balance("01", "191126", amount)).Fault();

        Assert.Equal((reason, 1, amount), (fault.Reason, fault.Line, fault.Found));
    }

    private static string Balance(string code, string day, string amount) => $"{code}30006    00001EUR2 12345678901  {day}{new string(' ', 50)}{amount}{new string(' ', 16)}";

    private static string Movement(string day, string amount, string label, string reject = "  ") =>
        $"0430006    00001EUR2 1234567890118{day}{reject}{day}{label,-31}  {new string('0', 7)}  {amount}{new string(' ', 16)}";

    private static string More(string qualifier, string said) => $"0530006    00001EUR2 1234567890118201126     {qualifier}{said,-70}  ";
}

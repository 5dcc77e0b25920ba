using Market.Bank.Mt940;
using Market.Bank.Statements;
using static Market.Bank.Tests.Reading;

namespace Market.Bank.Tests.Mt940;

public class Mt940ReaderTests
{
    private const string Whole =
        """
        {1:F01AGRIFRPPXXXX0000000000}{2:O9400000}{4:
        :20:STARTUMS
        :25:FR7630006000011234567890189EUR
        :28C:12/1
        :60F:C261119EUR100,00
        :61:2611211120CR42,5NTRFE2E-7//B-1
        :86:166?00VIREMENT?20EREF+E2E-7?21SVWZ+Commande du 20 no?22vembre?30AGRIFRPP?31DE89370400440532013000?32Claire?33 Dubois
        :61:261120RC12,NRTINONREF
        :86:RETOUR VIREMENT AC04
         COMPTE CLOS
        :62F:C261120EUR130,50
        -}
        """;

    [Fact]
    public void Movements_are_read_with_their_details()
    {
        var parts = Reading.With(Mt940Reader.Read, Whole);

        Assert.Equal(new StatementPart.Began(Iban, Market.Ledger.Amounts.Currency.Euro, "12/1", new BankBalance(Euros(100), Day(19))), parts[0]);
        var lines = parts.Lines().ToList();
        Assert.Equal(
            new BankLine
            {
                BookedOn = Day(20),
                ValueOn = Day(21),
                Amount = Euros(42.50m),
                Text = "Commande du 20 novembre",
                EndToEndId = "E2E-7",
                Counterparty = "Claire Dubois",
                CounterpartyAccount = "DE89370400440532013000",
                BankId = "B-1",
            },
            lines[0]);
        Assert.Equal((Euros(-12), true, "RETOUR VIREMENT AC04 COMPTE CLOS"), (lines[1].Amount, lines[1].IsReturn, lines[1].Text));
        Assert.Equal(new StatementPart.Ended(new BankBalance(Euros(130.50m), Day(20))), parts[^1]);
    }

    [Theory]
    [InlineData("261231", "0102", 2027, 1, 2)]
    [InlineData("270102", "1231", 2026, 12, 31)]
    public void The_day_of_an_entry_is_in_the_year_next_to_its_value(string value, string entry, int year, int month, int day)
    {
        var parts = Reading.With(Mt940Reader.Read, Whole.Replace("2611211120CR", value + entry + "CR", StringComparison.Ordinal));

        Assert.Equal(new DateOnly(year, month, day), parts.Lines().First().BookedOn);
    }

    [Fact]
    public void What_breaks_off_is_broken() => BreaksOffAnywhere(Mt940Reader.Read, Whole, Whole.IndexOf("130", StringComparison.Ordinal));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_page_that_others_should_follow_is_no_whole_file(int pages)
    {
        var text = string.Concat(Samples.Text("Mt940/pages.sta").Split("{1:", StringSplitOptions.RemoveEmptyEntries).Take(pages).Select(page => "{1:" + page));

        Assert.Equal(new StatementFault(StatementFaultReason.Missing, 0, ":62F:"), Reading.With(Mt940Reader.Read, text).Fault());
    }

    [Theory]
    [InlineData("{4:", "{4:\n:20:B\n:25:1\n:60F:C261119EUR1,\n-}\n{4:", ":62F:")]
    [InlineData(":60F:C261119EUR100,00", "", ":60F:")]
    [InlineData(":25:FR7630006000011234567890189EUR", "", ":25:")]
    public void What_is_missing_is_named(string was, string is_, string what)
    {
        var fault = Reading.With(Mt940Reader.Read, Whole.Replace(was, is_, StringComparison.Ordinal)).Fault();

        Assert.Equal((StatementFaultReason.Missing, what), (fault.Reason, fault.Found));
    }

    [Theory]
    [InlineData("1000000000000000000000000000000,", StatementFaultReason.NotWellFormed, 6)]
    [InlineData("42,555", StatementFaultReason.NotAnAmount, 6)]
    [InlineData("x", StatementFaultReason.NotWellFormed, 6)]
    public void A_wrong_amount_is_named(string amount, StatementFaultReason reason, int line)
    {
        var fault = Reading.With(Mt940Reader.Read, Whole.Replace("42,5", amount, StringComparison.Ordinal)).Fault();

        Assert.Equal((reason, line), (fault.Reason, fault.Line));
    }
}

using System.Text;
using Market.Bank.Camt;
using Market.Bank.Statements;
using Market.Ledger.Amounts;

namespace Market.Bank.Tests.Camt;

public class CamtReaderTests
{
    private const string Iban = "FR7630006000011234567890189";

    [Theory]
    [InlineData("urn:iso:std:iso:20022:tech:xsd:camt.053.001.02", "BOOK", "<Nm>Claire Dubois</Nm>")]
    [InlineData("urn:iso:std:iso:20022:tech:xsd:camt.053.001.08", "<Cd>BOOK</Cd>", "<Pty><Nm>Claire Dubois</Nm></Pty>")]
    [InlineData(null, "BOOK", "<Nm>Claire Dubois</Nm>")]
    public void A_transfer_is_read_in_every_version(string? space, string status, string payer)
    {
        var parts = Read(Document(space, Statement(
            $"<Ntry><Amt Ccy=\"EUR\">42.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>{status}</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><ValDt><DtTm>2026-11-21T00:00:00+01:00</DtTm></ValDt><AcctSvcrRef>B-1</AcctSvcrRef>"
            + $"<NtryDtls><TxDtls><Refs><EndToEndId>E2E-7</EndToEndId></Refs><RltdPties><Dbtr>{payer}</Dbtr><DbtrAcct><Id><IBAN>DE89 3704 0044 0532 0130 00</IBAN></Id></DbtrAcct></RltdPties>"
            + "<RmtInf><Ustrd>Commande\n du 20</Ustrd><Ustrd>merci</Ustrd><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>")));

        Assert.Equal(new StatementPart.Began(Iban, Currency.Euro, "ST-1", new BankBalance(Euros(100), Day(19))), parts[0]);
        Assert.Equal(
            new BankLine
            {
                BookedOn = Day(20),
                ValueOn = Day(21),
                Amount = Euros(42.50m),
                Text = "Commande du 20 merci",
                Reference = "RF18539007547034",
                EndToEndId = "E2E-7",
                Counterparty = "Claire Dubois",
                CounterpartyAccount = "DE89370400440532013000",
                BankId = "B-1",
            },
            Assert.Single(Lines(parts)));
        Assert.Equal(new StatementPart.Ended(new BankBalance(Euros(142.50m), Day(20))), parts[^1]);
    }

    [Fact]
    public void A_batch_whose_details_tie_is_its_movements_and_one_movement_otherwise()
    {
        static string Batch(string second) =>
            "<Ntry><Amt Ccy=\"EUR\">30</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>"
            + $"<TxDtls><Amt Ccy=\"EUR\">10.00</Amt></TxDtls><TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">{second}</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls></Ntry>";

        Assert.Equal([Euros(10), Euros(20)], Lines(Read(Document(null, Statement(Batch("20.000"))))).Select(line => line.Amount));
        var untied = Assert.Single(Lines(Read(Document(null, Statement(Batch("19.99"))))));
        Assert.Equal((Euros(30), 2), (untied.Amount, untied.Movements));
        var silent = Assert.Single(Lines(Read(Document(null, Statement("<Ntry><Amt Ccy=\"EUR\">30</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><Btch><NbOfTxs>7</NbOfTxs></Btch></NtryDtls></Ntry>")))));
        Assert.Equal((Euros(-30), 7), (silent.Amount, silent.Movements));
    }

    [Fact]
    public void A_returned_transfer_says_that_it_is_one_and_why()
    {
        var line = Assert.Single(Lines(Read(Document(null, Statement(
            "<Ntry><Amt Ccy=\"EUR\">12</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Paul</Nm></Dbtr></RltdPties><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>")))));

        Assert.Equal((Euros(-12), true, "AC04", "Paul"), (line.Amount, line.IsReturn, line.ReturnReason, line.Counterparty));
    }

    [Fact]
    public void What_is_only_announced_moves_nothing()
    {
        var parts = Read(Document(null, Statement("<Ntry><Amt Ccy=\"EUR\">12</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt></Ntry>")));

        Assert.Empty(Lines(parts));
        Assert.IsType<StatementPart.Ended>(parts[^1]);
    }

    [Fact]
    public void Several_statements_and_currencies_stand_in_one_file()
    {
        var parts = Read(Document(null, Statement(string.Empty) + Statement("<Ntry><Amt Ccy=\"CHF\">1.05</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt></Ntry>").Replace("EUR", "CHF", StringComparison.Ordinal)));

        Assert.Equal(["EUR", "CHF"], parts.OfType<StatementPart.Began>().Select(began => began.Currency.Code));
        Assert.Equal(new Money(105, Currency.FromCode("CHF")), Assert.Single(Lines(parts)).Amount);
    }

    [Theory]
    [InlineData("<html><body>no</body></html>", StatementFaultReason.UnknownForm)]
    [InlineData("not xml", StatementFaultReason.NotWellFormed)]
    [InlineData("", StatementFaultReason.NotWellFormed)]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><Document><Stmt>&b;</Stmt></Document>", StatementFaultReason.NotWellFormed)]
    [InlineData("<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>X</IBAN></Id><Ccy>ZZZ</Ccy></Acct></Stmt></BkToCstmrStmt></Document>", StatementFaultReason.NotACurrency)]
    [InlineData("<Document><Stmt><Acct><Ccy>EUR</Ccy></Acct></Stmt></Document>", StatementFaultReason.Missing)]
    public void What_is_no_statement_is_said_to_be_none(string text, StatementFaultReason reason) =>
        Assert.Equal(reason, Assert.IsType<StatementPart.Broken>(Read(text)[^1]).Fault.Reason);

    [Theory]
    [InlineData("<Amt Ccy=\"EUR\">12.345</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt>", StatementFaultReason.NotAnAmount)]
    [InlineData("<Amt Ccy=\"EUR\">-12</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt>", StatementFaultReason.NotAnAmount)]
    [InlineData("<Amt Ccy=\"EUR\">99999999999999999999999</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt>", StatementFaultReason.NotAnAmount)]
    [InlineData("<Amt Ccy=\"USD\">12</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt>", StatementFaultReason.NotAnAmount)]
    [InlineData("<Amt Ccy=\"EUR\">12</Amt><BookgDt><Dt>2026-11-20</Dt></BookgDt>", StatementFaultReason.Missing)]
    [InlineData("<Amt Ccy=\"EUR\">12</Amt><CdtDbtInd>CRDT</CdtDbtInd>", StatementFaultReason.Missing)]
    [InlineData("<Amt Ccy=\"EUR\">12</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-02-30</Dt></BookgDt>", StatementFaultReason.NotADay)]
    public void An_entry_that_breaks_the_form_ends_the_file_and_says_where(string entry, StatementFaultReason reason)
    {
        var fault = Assert.IsType<StatementPart.Broken>(Read(Document(null, Statement($"\n\n<Ntry>{entry}</Ntry>")))[^1]).Fault;

        Assert.Equal(reason, fault.Reason);
        Assert.Equal(3, fault.Line);
    }

    [Fact]
    public void A_file_that_breaks_off_anywhere_is_broken_and_throws_nothing()
    {
        var whole = Document("urn:iso:std:iso:20022:tech:xsd:camt.053.001.02", Statement("<Ntry><Amt Ccy=\"EUR\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt></Ntry>"));

        for (var length = 0; length < whole.Length - 1; length++)
        {
            Assert.IsType<StatementPart.Broken>(Read(whole[..length])[^1]);
        }
    }

    [Fact]
    public void Fifty_thousand_entries_are_read_one_by_one()
    {
        var entry = "<Ntry><Amt Ccy=\"EUR\">0.01</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt></Ntry>";
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Document(null, Statement(string.Concat(Enumerable.Repeat(entry, 50_000))))));

        Assert.Equal(50_000, CamtReader.Read(file).OfType<StatementPart.Moved>().Sum(moved => moved.Movement.Amount.MinorUnits));
    }

    private static List<StatementPart> Read(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return [.. CamtReader.Read(file)];
    }

    private static IEnumerable<BankLine> Lines(IEnumerable<StatementPart> parts) => parts.OfType<StatementPart.Moved>().Select(moved => moved.Movement);

    private static string Document(string? space, string statements) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document{(space is null ? string.Empty : $" xmlns=\"{space}\"")}><BkToCstmrStmt>{statements}</BkToCstmrStmt></Document>";

    private static string Statement(string entries) =>
        $"<Stmt><Id>ST-1</Id><Acct><Id><IBAN>{Iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>{Balance("OPBD", "100.00", "2026-11-19")}{Balance("CLBD", "142.50", "2026-11-20")}{entries}</Stmt>";

    private static string Balance(string type, string amount, string day) =>
        $"<Bal><Tp><CdOrPrtry><Cd>{type}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>";

    private static Money Euros(decimal amount) => new((long)(amount * 100), Currency.Euro);

    private static DateOnly Day(int day) => new(2026, 11, day);
}

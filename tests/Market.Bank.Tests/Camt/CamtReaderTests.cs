using System.Text;
using System.Text.RegularExpressions;
using Market.Bank.Camt;
using Market.Bank.Statements;
using Market.Ledger.Amounts;

namespace Market.Bank.Tests.Camt;

public class CamtReaderTests
{
    private const string Iban = "FR7630006000011234567890189";

    public static TheoryData<string, int, string?> Versions
    {
        get
        {
            var versions = new TheoryData<string, int, string?>();
            foreach (var version in Enumerable.Range(2, 12))
            {
                foreach (var prefix in new[] { string.Empty, "n:", null })
                {
                    versions.Add("053", version, prefix);
                    versions.Add("054", version, prefix);
                }
            }

            return versions;
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_version_says_the_same_with_and_without_its_namespace(string message, int version, string? prefix)
    {
        const string Sample = "Camt/transfer.xml";
        var text = Samples.Text(Sample).Replace(" xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"", string.Empty, StringComparison.Ordinal);
        if (version >= 8)
        {
            text = text.Replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>", StringComparison.Ordinal).Replace("<Nm>Claire Dubois</Nm>", "<Pty><Nm>Claire Dubois</Nm></Pty>", StringComparison.Ordinal);
        }

        if (message is "054")
        {
            text = text.Replace("Stmt>", "Ntfctn>", StringComparison.Ordinal).Replace("BkToCstmrNtfctn>", "BkToCstmrDbtCdtNtfctn>", StringComparison.Ordinal);
        }

        if (prefix is not null)
        {
            text = Regex.Replace(text, "<(/?)(?=[A-Z])", "<$1" + prefix).Replace($"<{prefix}Document", $"<{prefix}Document xmlns{(prefix.Length == 0 ? string.Empty : ":n")}=\"urn:iso:std:iso:20022:tech:xsd:camt.{message}.001.{version:00}\"", StringComparison.Ordinal);
        }

        Assert.Equal(Samples.Text(Sample + ".said"), Samples.Said(Read(text)));
    }

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
    public void A_message_of_another_kind_is_named() => Assert.Equal(
        new StatementFault(StatementFaultReason.UnknownForm, 0, "BkToCstmrAcctRpt"),
        Assert.IsType<StatementPart.Broken>(Assert.Single(Read("<Document><BkToCstmrAcctRpt><GrpHdr/><Rpt/></BkToCstmrAcctRpt></Document>"))).Fault);

    [Fact]
    public void A_page_that_is_of_another_statement_begins_it()
    {
        var pages = Samples.Text("Camt/pages.xml").Replace("<PgNb>3</PgNb>", "<PgNb>4</PgNb>", StringComparison.Ordinal);

        // The third page is missing: what was read ends with the balance of its last page, and does not tie with what follows.
        Assert.Equal(
            [new BankBalance(Euros(30), Day(20)), new BankBalance(Euros(25), Day(20)), new BankBalance(Euros(-4), Day(20))],
            Read(pages).OfType<StatementPart.Ended>().Select(ended => ended.Closing));
    }

    [Fact]
    public void What_lines_come_to_is_an_amount_or_the_file_is_refused()
    {
        const string Most = "<Ntry><Amt Ccy=\"EUR\">92233720368547758.07</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt></Ntry>";

        Assert.Equal(long.MaxValue, Assert.Single(Lines(Read(Document(null, Statement(Most).Replace("100.00", "0", StringComparison.Ordinal))))).Amount.MinorUnits);
        Assert.Equal(StatementFaultReason.TooLarge, Assert.IsType<StatementPart.Broken>(Read(Document(null, Statement(Most + Most)))[^1]).Fault.Reason);
        Assert.Equal(StatementFaultReason.TooLarge, Assert.IsType<StatementPart.Broken>(Read(Document(null, Statement(string.Empty).Replace("100.00</Amt><CdtDbtInd>CRDT", "92233720368547758.07</Amt><CdtDbtInd>DBIT", StringComparison.Ordinal)))[^1]).Fault.Reason);
    }

    [Fact]
    public void Names_without_number_are_refused() => Assert.Equal(
        StatementFaultReason.TooLarge,
        Assert.IsType<StatementPart.Broken>(Read(Document(null, Statement($"<Chrgs>{string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<a{number}/>"))}</Chrgs>")))[^1]).Fault.Reason);

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

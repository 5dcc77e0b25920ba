using System.Globalization;
using System.Security;
using System.Text;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Bank;

/// <summary>A movement of a made-up bank account.</summary>
public sealed record BankEntry(decimal Amount, string Text)
{
    public string? Name { get; init; }

    public string? Reference { get; init; }

    public string? EndToEnd { get; init; }

    public string? Iban { get; init; }

    public string? Id { get; init; }

    public string? ReturnReason { get; init; }

    public DateOnly Day { get; init; } = MarketCalendar.Today;
}

/// <summary>Writes files as banks do.</summary>
internal static class BankFiles
{
    public const string Iban = "FR7630006000011234567890189";

    /// <summary>A statement in camt.053, whose balances tie.</summary>
    public static byte[] Camt(params BankEntry[] entries) => Camt(Iban, entries);

    public static byte[] Camt(string iban, IReadOnlyList<BankEntry> entries)
    {
        var days = entries.Select(entry => entry.Day).DefaultIfEmpty(MarketCalendar.Today).ToList();
        var text = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>S1</Id>""");
        text.Append(Invariant($"<Acct><Id><IBAN>{iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>"));
        text.Append(Balance("OPBD", 1000m, days.Min())).Append(Balance("CLBD", 1000m + entries.Sum(entry => entry.Amount), days.Max()));
        foreach (var entry in entries)
        {
            var sign = entry.Amount < 0 ? "DBIT" : "CRDT";
            text.Append(Invariant($"<Ntry><Amt Ccy=\"EUR\">{Math.Abs(entry.Amount):0.00}</Amt><CdtDbtInd>{sign}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>{entry.Day:yyyy-MM-dd}</Dt></BookgDt>"));
            text.Append(Invariant($"<AcctSvcrRef>{entry.Id ?? Guid.NewGuid().ToString("n")[..16]}</AcctSvcrRef><NtryDtls><TxDtls>"));
            text.Append(entry.EndToEnd is null ? string.Empty : $"<Refs><EndToEndId>{entry.EndToEnd}</EndToEndId></Refs>");
            text.Append(Invariant($"<Amt Ccy=\"EUR\">{Math.Abs(entry.Amount):0.00}</Amt><CdtDbtInd>{sign}</CdtDbtInd>"));
            text.Append("<RltdPties>").Append(entry.Name is null ? string.Empty : $"<Dbtr><Nm>{SecurityElement.Escape(entry.Name)}</Nm></Dbtr>").Append(entry.Iban is null ? string.Empty : $"<DbtrAcct><Id><IBAN>{entry.Iban}</IBAN></Id></DbtrAcct>").Append("</RltdPties>");
            text.Append("<RmtInf>").Append($"<Ustrd>{SecurityElement.Escape(entry.Text)}</Ustrd>").Append(entry.Reference is null ? string.Empty : $"<Strd><CdtrRefInf><Ref>{entry.Reference}</Ref></CdtrRefInf></Strd>").Append("</RmtInf>");
            text.Append(entry.ReturnReason is null ? string.Empty : $"<RtrInf><Rsn><Cd>{entry.ReturnReason}</Cd></Rsn></RtrInf>");
            text.Append("</TxDtls></NtryDtls></Ntry>");
        }

        return Encoding.UTF8.GetBytes(text.Append("</Stmt></BkToCstmrStmt></Document>").ToString());
    }

    /// <summary>The same movements as a table of OFX, which says less.</summary>
    public static byte[] Ofx(params BankEntry[] entries)
    {
        var text = new StringBuilder("OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\n<BANKACCTFROM><BANKID>30006<BRANCHID>00001<ACCTID>12345678901<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>");
        foreach (var (entry, place) in entries.Select((entry, place) => (entry, place)))
        {
            text.Append(Invariant($"<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>{entry.Day:yyyyMMdd}<TRNAMT>{entry.Amount:0.00}<FITID>{place}<NAME>VIR {entry.Name}<MEMO>{entry.Text} {entry.Reference}</STMTTRN>\n"));
        }

        return Encoding.UTF8.GetBytes(text.Append("</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>").ToString());
    }

    private static string Balance(string kind, decimal amount, DateOnly day) =>
        Invariant($"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{Math.Abs(amount):0.00}</Amt><CdtDbtInd>{(amount < 0 ? "DBIT" : "CRDT")}</CdtDbtInd><Dt><Dt>{day:yyyy-MM-dd}</Dt></Dt></Bal>");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

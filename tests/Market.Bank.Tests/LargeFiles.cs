using System.Text;
using Market.Bank.Statements;

namespace Market.Bank.Tests;

/// <summary>Statements of any number of lines, of each form, each line a cent in.</summary>
internal static class LargeFiles
{
    private const string CamtHead = "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>";

    private const string CamtTail = "</Stmt></BkToCstmrStmt></Document>";

    private const string CamtDetail = "<TxDtls><Refs><EndToEndId>E2E-7</EndToEndId></Refs><Amt Ccy=\"EUR\">0.01</Amt><RmtInf><Ustrd>Panier</Ustrd></RmtInf></TxDtls>";

    public static RepeatedStream Of(StatementForm form, long lines) => form switch
    {
        StatementForm.Camt => Repeated(CamtHead, "<Ntry><Amt Ccy=\"EUR\">0.01</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>B-1</AcctSvcrRef><NtryDtls>" + CamtDetail + "</NtryDtls></Ntry>\n", lines, CamtTail),
        StatementForm.Cfonb => Repeated(Balance("01"), "0430006    00001EUR2 1234567890118201126  201126VIR DE ANNE PETIT                0000012  0000000000000A                \r\n0530006    00001EUR2 1234567890118201126     LCCPanier de novembre                                                       \r\n", lines, Balance("07")),
        StatementForm.Mt940 => Repeated(":20:A\r\n:25:FR7630006000011234567890189\r\n:60F:C261119EUR0,\r\n", ":61:2611201120C0,01NTRFE2E-7//B-1\r\n:86:166?00VIREMENT?20EREF+E2E-7?21SVWZ+Panier de novembre?32Anne Petit\r\n", lines, ":62F:C261120EUR0,\r\n-\r\n"),
        _ => Repeated("OFXHEADER:100\r\n\r\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30006<BRANCHID>00001<ACCTID>12345678901</BANKACCTFROM><BANKTRANLIST>", "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261120<TRNAMT>0.01<FITID>B-1<NAME>VIR ANNE PETIT<MEMO>Panier de novembre</STMTTRN>\r\n", lines, "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"),
    };

    /// <summary>A statement with one batch of so many movements.</summary>
    /// <param name="total">What the batch says it comes to.</param>
    public static RepeatedStream Batch(long details, string total) => Repeated(
        CamtHead + $"<Ntry><Amt Ccy=\"EUR\">{total}</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls>", CamtDetail, details, "</NtryDtls><AddtlNtryInf>REMISE</AddtlNtryInf></Ntry>" + CamtTail);

    public static RepeatedStream Repeated(string head, string unit, long times, string tail) => new(Encoding.UTF8.GetBytes(head), Encoding.UTF8.GetBytes(unit), times, Encoding.UTF8.GetBytes(tail));

    private static string Balance(string code) => $"{code}30006    00001EUR2 12345678901  201126{new string(' ', 50)}0000000000000{{{new string(' ', 16)}\r\n";
}

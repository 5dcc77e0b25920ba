using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace MarketSite.Web.Demonstration.Bank;

/// <summary>Writes a statement as French banks give it: camt.053, whose balances tie.</summary>
internal static class CamtFile
{
    private static readonly XNamespace Camt = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";

    public static byte[] Write(DateOnly from, DateOnly to, long openingCents, IReadOnlyList<BankMovement> movements)
    {
        var name = $"RELEVE-{to:yyyyMMdd}";
        var file = new XElement(Camt + "Document", One("BkToCstmrStmt",
            One("GrpHdr", One("MsgId", name), One("CreDtTm", $"{to:yyyy-MM-dd}T20:00:00")),
            One("Stmt",
                One("Id", name),
                One("Acct", One("Id", One("IBAN", DemonstrationDetails.Iban)), One("Ccy", "EUR")),
                Balance("OPBD", openingCents, from),
                Balance("CLBD", openingCents + movements.Sum(movement => movement.Cents), to),
                movements.OrderBy(movement => movement.Day).Select(Entry))));
        using var content = new MemoryStream();
        using (var writer = XmlWriter.Create(content, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            file.Save(writer);
        }

        return content.ToArray();
    }

    private static XElement Entry(BankMovement movement) => One("Ntry",
        Amount(movement.Cents),
        One("Sts", "BOOK"),
        One("BookgDt", Day(movement.Day)),
        One("AcctSvcrRef", movement.Id),
        One("NtryDtls", One("TxDtls",
            Amount(movement.Cents),
            movement.Name is { } name ? One("RltdPties", One(movement.Cents < 0 ? "Cdtr" : "Dbtr", One("Nm", name))) : null,
            One("RmtInf", One("Ustrd", movement.Text)))));

    private static XElement Balance(string kind, long cents, DateOnly day) => One("Bal", One("Tp", One("CdOrPrtry", One("Cd", kind))), Amount(cents), One("Dt", Day(day)));

    private static object[] Amount(long cents) =>
    [
        new XElement(Camt + "Amt", new XAttribute("Ccy", "EUR"), (Math.Abs(cents) / 100m).ToString("F2", CultureInfo.InvariantCulture)),
        One("CdtDbtInd", cents < 0 ? "DBIT" : "CRDT"),
    ];

    private static XElement Day(DateOnly day) => One("Dt", $"{day:yyyy-MM-dd}");

    private static XElement One(string name, params object?[] content) => new(Camt + name, content);
}

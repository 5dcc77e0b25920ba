using System.Xml;
using System.Xml.Linq;
using Market.Bank.Statements;

namespace Market.Bank.Camt;

/// <summary>
/// Reads statements of ISO 20022: camt.053 (a day's or month's statement) and camt.054 (a notice of single movements), of every version from
/// 02 on, with and without namespace. One entry is in memory at a time.
/// </summary>
/// <remarks>Sources: the ISO 20022 message definitions; CFONB, <i>Guide de mise en œuvre camt.053 et camt.054</i>.</remarks>
public static class CamtReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = 200_000_000,
    };

    /// <summary>What the file says.</summary>
    /// <param name="content">The file. It is left open.</param>
    public static IEnumerable<StatementPart> Read(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Guard.Until(Walk(content));
    }

    private static IEnumerable<StatementPart> Walk(Stream content)
    {
        using var xml = XmlReader.Create(content, Settings);
        var found = false;
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "Stmt" or "Ntfctn")
            {
                found = true;
                foreach (var part in Statement(xml.ReadSubtree()))
                {
                    yield return part;
                }
            }
        }

        if (!found)
        {
            throw new BrokenStatementException(new StatementFault(StatementFaultReason.UnknownForm));
        }
    }

    // Account and balances come before the entries, by the order of the message.
    private static IEnumerable<StatementPart> Statement(XmlReader xml)
    {
        using (xml)
        {
            var head = new CamtHead();
            var hasBegun = false;
            xml.Read();
            xml.Read();
            while (!xml.EOF)
            {
                if (xml.NodeType is not XmlNodeType.Element || xml.Depth != 1)
                {
                    xml.Read();
                    continue;
                }

                var line = (xml as IXmlLineInfo)?.LineNumber ?? 0;
                var element = (XElement)XNode.ReadFrom(xml);
                if (element.Name.LocalName != "Ntry")
                {
                    head.Add(element, line);
                    continue;
                }

                if (!hasBegun)
                {
                    hasBegun = true;
                    yield return head.Begin(CurrencyOf(element), line);
                }

                foreach (var movement in CamtEntry.Read(element, head.Currency!, line))
                {
                    yield return new StatementPart.Moved(movement);
                }
            }

            if (!hasBegun)
            {
                yield return head.Begin(null, 0);
            }

            yield return new StatementPart.Ended(head.Closing);
        }
    }

    private static string? CurrencyOf(XElement entry) => entry.Child("Amt")?.Attribute("Ccy")?.Value;
}

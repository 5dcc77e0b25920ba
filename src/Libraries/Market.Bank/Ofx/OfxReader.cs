using Market.Bank.Statements;
using Market.Bank.Text;

namespace Market.Bank.Ofx;

/// <summary>Reads statements of Open Financial Exchange, 1 (SGML, whose elements need not be closed) and 2 (XML), of bank accounts and credit cards; several accounts one after another.</summary>
/// <remarks>Source: OFX 1.6 and 2.2, chapter 11. French banks write decimal commas and headers that lie about the charset. A file is whole once it is closed.</remarks>
public static class OfxReader
{
    /// <summary>What the file says. It has no balance before the first line.</summary>
    /// <param name="content">The file, in which one can go back. It is left open.</param>
    public static IEnumerable<StatementPart> Read(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Guard.Until(Walk(content));
    }

    private static IEnumerable<StatementPart> Walk(Stream content)
    {
        using var text = TextFile.Open(content);
        var (isOfx, isFound, isWhole) = (false, false, false);
        OfxStatement? statement = null;
        foreach (var element in new OfxElements(text).Read())
        {
            isOfx |= element.Name == "OFX";
            isWhole |= isOfx && element.Name == "/OFX";
            if (isOfx && element.Name is ("STMTRS" or "CCSTMTRS"))
            {
                statement = statement is null ? new OfxStatement() : throw new BrokenStatementException(StatementFaultReason.NotWellFormed, element.Line, element.Name);
            }

            if (statement is null)
            {
                continue;
            }

            if (element.Name is "STMTTRN" or "/STMTTRN" or "/BANKTRANLIST" or "LEDGERBAL" or "/STMTRS" or "/CCSTMTRS")
            {
                if (statement.End(element.Line) is { } moved)
                {
                    yield return moved;
                }

                if (!statement.HasBegun && element.Name is ("STMTTRN" or "/STMTRS" or "/CCSTMTRS"))
                {
                    yield return statement.Begin(element.Line);
                }
            }

            statement.Add(element);
            if (element.Name is "/STMTRS" or "/CCSTMTRS")
            {
                yield return statement.Ended();
                (statement, isFound) = (null, true);
            }
        }

        if (!isWhole || !isFound || statement is not null)
        {
            throw isOfx && isFound && !isWhole ? new BrokenStatementException(StatementFaultReason.Missing, 0, "</OFX>")
                : new BrokenStatementException(isOfx ? StatementFaultReason.NotWellFormed : StatementFaultReason.UnknownForm);
        }
    }
}

using System.Net;
using System.Text;
using Market.Bank.Statements;

namespace Market.Bank.Ofx;

/// <summary>An element, or the end of one (<c>/NAME</c>).</summary>
/// <param name="Name">Its name, in capitals.</param>
/// <param name="Value">What stands behind it, without what is around it.</param>
/// <param name="Line">Its line, from 1.</param>
internal readonly record struct OfxElement(string Name, string Value, int Line);

/// <summary>Takes a file of OFX apart. Nothing in it refers to anything outside.</summary>
internal static class OfxElements
{
    private const int MaxLength = 10_000;

    public static IEnumerable<OfxElement> Of(TextReader text)
    {
        var (name, value) = (new StringBuilder(), new StringBuilder());
        var (isName, hasName, line, begun) = (false, false, 1, 1);
        for (var character = text.Read(); character >= 0; character = text.Read())
        {
            switch ((char)character)
            {
                case '<':
                    if (hasName)
                    {
                        yield return Element(name, value, begun);
                    }

                    name.Clear();
                    value.Clear();
                    (isName, hasName, begun) = (true, true, line);
                    break;
                case '>' when isName:
                    isName = false;
                    break;
                default:
                    line += character == '\n' ? 1 : 0;
                    var target = isName ? name : value;
                    if (target.Length >= MaxLength)
                    {
                        throw new BrokenStatementException(new StatementFault(StatementFaultReason.TooLarge, line));
                    }

                    target.Append((char)character);
                    break;
            }
        }

        if (hasName && !isName)
        {
            yield return Element(name, value, begun);
        }
    }

    private static OfxElement Element(StringBuilder name, StringBuilder value, int line) =>
        new(name.ToString().Trim().ToUpperInvariant(), WebUtility.HtmlDecode(value.ToString()).Trim(), line);
}

using System.Net;
using System.Text;
using Market.Bank.Statements;

namespace Market.Bank.Ofx;

/// <summary>An element, or the end of one (<c>/NAME</c>).</summary>
/// <param name="Name">Its name, in capitals.</param>
/// <param name="Value">What stands behind it, without what is around it.</param>
/// <param name="Line">Its line, from 1.</param>
internal readonly record struct OfxElement(string Name, string Value, int Line);

/// <summary>Takes a file of OFX apart, SGML or XML. Nothing in it refers to anything: there is no entity but those of characters.</summary>
internal sealed class OfxElements(TextReader text)
{
    private const int MaxLength = 10_000;

    private int _line = 1;

    public IEnumerable<OfxElement> Read()
    {
        var value = new StringBuilder();
        var (name, begun) = ((string?)null, 1);
        for (var character = Next(); character >= 0; character = Next())
        {
            if (character != '<')
            {
                Append(value, character);
                continue;
            }

            var at = _line;
            var tag = Tag();
            if (tag is null)
            {
                break;
            }

            if (tag.StartsWith("![CDATA[", StringComparison.Ordinal))
            {
                value.Append(WebUtility.HtmlEncode(tag["![CDATA[".Length..^2]));
            }
            else if (tag.StartsWith('!') && !tag.StartsWith("!--", StringComparison.Ordinal))
            {
                throw new BrokenStatementException(StatementFaultReason.NotWellFormed, at, tag);
            }
            else if (!tag.StartsWith('!') && !tag.StartsWith('?'))
            {
                if (name is not null)
                {
                    yield return Element(name, value, begun);
                }

                (name, begun) = (tag, at);
                value.Clear();
            }
        }

        if (name is not null)
        {
            yield return Element(name, value, begun);
        }
    }

    // Up to the sign that ends it, which is left out; none where the file ends before.
    private string? Tag()
    {
        var tag = new StringBuilder();
        var (isComment, isData) = (false, false);
        for (var character = Next(); character >= 0; character = Next())
        {
            if (character is '>' && (isComment ? Ends(tag, "!----", "--") : !isData || Ends(tag, "![CDATA[]]", "]]")))
            {
                return tag.ToString();
            }

            if (isComment && tag.Length == 5)
            {
                // Nothing of it is kept but what may end it.
                tag.Remove(3, 1);
            }

            Append(tag, character);
            isComment |= tag.Length == 3 && tag.Equals("!--");
            isData |= tag.Length == 8 && tag.Equals("![CDATA[");
        }

        return null;
    }

    private int Next()
    {
        var character = text.Read();
        _line += character == '\n' ? 1 : 0;
        return character;
    }

    private void Append(StringBuilder target, int character)
    {
        if (target.Length >= MaxLength)
        {
            throw new BrokenStatementException(StatementFaultReason.TooLarge, _line);
        }

        target.Append((char)character);
    }

    private static bool Ends(StringBuilder tag, string shortest, string end) => tag.Length >= shortest.Length && tag.ToString(tag.Length - end.Length, end.Length) == end;

    // An element of XML may say its namespace, and be empty.
    private static OfxElement Element(string tag, StringBuilder value, int line) =>
        new(tag.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var name, ..] ? name.TrimEnd('/').ToUpperInvariant() : string.Empty, WebUtility.HtmlDecode(value.ToString()).Trim(), line);
}

using System.Text;
using System.Text.RegularExpressions;
using Market.Bank.Statements;
using Market.Bank.Text;

namespace Market.Bank.Mt940;

/// <summary>A field of a message: its tag without the colons, what it says, its line from 1.</summary>
internal readonly record struct Mt940Field(string Tag, string Value, int Line);

/// <summary>Takes a file apart into fields. A field is its tag between colons at a line's beginning, and goes on until the next one or the message's end.</summary>
internal static partial class Mt940Fields
{
    private const int MaxLength = 10_000;

    public static IEnumerable<Mt940Field> Of(TextReader text)
    {
        var value = new StringBuilder();
        var (tag, begun, isEnveloped, isFound) = ((string?)null, 0, false, false);
        foreach (var (whole, number) in TextLines.Of(text))
        {
            var line = whole;
            var block = line.StartsWith('{') || line.StartsWith("-}", StringComparison.Ordinal) ? line.IndexOf("{4:", StringComparison.Ordinal) : -1;
            var isEnd = line is "-" || line.StartsWith("-}", StringComparison.Ordinal);
            if (block >= 0)
            {
                line = line[(block + 3)..];
            }

            var begins = Begin().Match(line);
            if (tag is not null && (isEnd || begins.Success))
            {
                yield return new Mt940Field(tag, value.ToString(), begun);
                tag = null;
            }

            isEnveloped = block >= 0 || (isEnveloped && !isEnd);
            if (begins.Success)
            {
                (tag, begun, isFound) = (begins.Groups["tag"].Value, number, isFound || begins.Groups["tag"].Value is "20");
                value.Clear().Append(line.AsSpan(begins.Length));
                if (!isFound)
                {
                    throw new BrokenStatementException(StatementFaultReason.UnknownForm, number, line);
                }
            }
            else if (tag is not null && !isEnd)
            {
                value.Append('\n').Append(line);
            }

            if (value.Length > MaxLength)
            {
                throw new BrokenStatementException(StatementFaultReason.TooLarge, number);
            }
        }

        if (tag is not null)
        {
            yield return new Mt940Field(tag, value.ToString(), begun);
        }

        if (!isFound || isEnveloped)
        {
            throw new BrokenStatementException(isFound ? StatementFaultReason.NotWellFormed : StatementFaultReason.UnknownForm);
        }
    }

    [GeneratedRegex(@"^:(?<tag>[0-9]{2}[A-Z]?):", RegexOptions.CultureInvariant)]
    private static partial Regex Begin();
}

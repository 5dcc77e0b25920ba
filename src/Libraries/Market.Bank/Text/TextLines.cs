using System.Text;
using Market.Bank.Statements;

namespace Market.Bank.Text;

/// <summary>Reads lines one by one, and none that is longer than it can be.</summary>
internal static class TextLines
{
    private const int MaxLength = 10_000;

    /// <summary>The lines with their numbers, from 1, without what ends them and without machines' marks.</summary>
    public static IEnumerable<(string Text, int Number)> Of(TextReader text)
    {
        var line = new StringBuilder();
        var number = 1;
        for (var character = text.Read(); character >= 0; character = text.Read())
        {
            if (character is '\n' || (character is '\r' && text.Peek() is not '\n'))
            {
                yield return (line.ToString(), number++);
                line.Clear();
            }
            else if (character is not '\r' && !TextFile.IsMark(character))
            {
                if (line.Length == MaxLength)
                {
                    throw new BrokenStatementException(StatementFaultReason.TooLarge, number);
                }

                line.Append((char)character);
            }
        }

        if (line.Length > 0)
        {
            yield return (line.ToString(), number);
        }
    }
}

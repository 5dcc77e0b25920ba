using System.Text;
using Market.Bank.Text;

namespace Market.Bank.Cfonb;

/// <summary>Takes a file apart into its records. Some banks leave the line ends out, and editors cut the spaces at them.</summary>
internal static class CfonbRecords
{
    public static IEnumerable<CfonbRecord> Of(TextReader text)
    {
        var record = new StringBuilder(CfonbRecord.Length);
        var line = 1;
        var begun = 1;
        for (var character = text.Read(); character >= 0; character = text.Read())
        {
            var isEnd = character is '\n' || (character is '\r' && text.Peek() is not '\n');
            if (!isEnd && character is not '\r' && !TextFile.IsMark(character))
            {
                begun = record.Length == 0 ? line : begun;
                record.Append((char)character);
            }

            if (isEnd || record.Length == CfonbRecord.Length)
            {
                if (Taken(record, begun) is { } taken)
                {
                    yield return taken;
                }

                line += isEnd ? 1 : 0;
            }
        }

        if (Taken(record, begun) is { } last)
        {
            yield return last;
        }
    }

    private static CfonbRecord? Taken(StringBuilder record, int line)
    {
        var text = record.ToString();
        record.Clear();
        return string.IsNullOrWhiteSpace(text) ? null : new CfonbRecord(text.PadRight(CfonbRecord.Length), line);
    }
}

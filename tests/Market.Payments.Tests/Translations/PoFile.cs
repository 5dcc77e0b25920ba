using System.Text;

namespace Market.Payments.Tests.Translations;

/// <summary>Reads the entries of a .po file: the texts by their msgid, the plural ones with all their forms.</summary>
internal static class PoFile
{
    public static Dictionary<string, List<string>> Read(string path)
    {
        var entries = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        StringBuilder? current = null;
        StringBuilder? id = null;
        List<StringBuilder> texts = [];

        void Close()
        {
            if (id is { Length: > 0 })
            {
                entries[id.ToString()] = [.. texts.Select(text => text.ToString())];
            }

            (id, current) = (null, null);
            texts = [];
        }

        foreach (var raw in File.ReadLines(path))
        {
            var line = raw.Trim();
            if (line.StartsWith("msgid ", StringComparison.Ordinal) || line.StartsWith("msgctxt", StringComparison.Ordinal))
            {
                if (texts.Count > 0 || id is null)
                {
                    Close();
                }

                current = line.StartsWith("msgid ", StringComparison.Ordinal) ? id = new StringBuilder() : new StringBuilder();
            }
            else if (line.StartsWith("msgid_plural", StringComparison.Ordinal))
            {
                current = new StringBuilder();
            }
            else if (line.StartsWith("msgstr", StringComparison.Ordinal))
            {
                texts.Add(current = new StringBuilder());
            }

            if (line.IndexOf('"', StringComparison.Ordinal) is >= 0 and var start && line[0] != '#')
            {
                current?.Append(Unescape(line[(start + 1)..line.LastIndexOf('"')]));
            }
        }

        Close();
        return entries;
    }

    private static string Unescape(string text) => text
        .Replace("\\n", "\n", StringComparison.Ordinal)
        .Replace("\\\"", "\"", StringComparison.Ordinal)
        .Replace("\\\\", "\\", StringComparison.Ordinal);
}

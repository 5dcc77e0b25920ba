using System.Text;

namespace Market.Payments.Tests.Translations;

/// <summary>Reads the entries of a .po file: the texts by their msgid, the plural ones with all their forms.</summary>
internal static class PoFile
{
    public static IReadOnlyList<PoEntry> Read(string path)
    {
        var entries = new List<PoEntry>();
        StringBuilder? current = null;
        StringBuilder? context = null;
        StringBuilder? id = null;
        StringBuilder? many = null;
        List<StringBuilder> texts = [];

        void Close()
        {
            if (id is { Length: > 0 })
            {
                entries.Add(new PoEntry(context?.ToString(), id.ToString(), many?.ToString(), [.. texts.Select(text => text.ToString())]));
            }

            (context, id, many, current) = (null, null, null, null);
            texts = [];
        }

        foreach (var raw in File.ReadLines(path))
        {
            var line = raw.Trim();
            if (texts.Count > 0 && (line.StartsWith("msgid ", StringComparison.Ordinal) || line.StartsWith("msgctxt", StringComparison.Ordinal)))
            {
                Close();
            }

            if (line.StartsWith("msgctxt", StringComparison.Ordinal))
            {
                current = context = new StringBuilder();
            }
            else if (line.StartsWith("msgid ", StringComparison.Ordinal))
            {
                current = id = new StringBuilder();
            }
            else if (line.StartsWith("msgid_plural", StringComparison.Ordinal))
            {
                current = many = new StringBuilder();
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

/// <summary>One text of a .po file.</summary>
/// <param name="Context">The class or view whose word it is, where it is not the same everywhere.</param>
/// <param name="One">The sentence, or its singular.</param>
/// <param name="Many">Its plural, where it has one.</param>
/// <param name="Texts">The translation, or its forms.</param>
internal sealed record PoEntry(string? Context, string One, string? Many, IReadOnlyList<string> Texts);

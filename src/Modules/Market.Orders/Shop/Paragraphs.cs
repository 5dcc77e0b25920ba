using Market.Ledger.Postings;

namespace Market.Orders.Shop;

/// <summary>A longer text as it is typed into a field: an empty line begins a paragraph. It is text, and never markup.</summary>
public static class Paragraphs
{
    /// <summary>The paragraphs, each one line.</summary>
    public static IReadOnlyList<string> Of(string? text) =>
    [
        .. (text ?? string.Empty).ReplaceLineEndings("\n")
            .Split('\n')
            .Select(OneLine.Of)
            .Aggregate(new List<List<string>> { new() }, (paragraphs, line) =>
            {
                if (line.Length > 0)
                {
                    paragraphs[^1].Add(line);
                }
                else
                {
                    paragraphs.Add([]);
                }

                return paragraphs;
            })
            .Where(lines => lines.Count > 0)
            .Select(lines => string.Join(' ', lines)),
    ];
}

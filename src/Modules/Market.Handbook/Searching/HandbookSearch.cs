using Market.Handbook.Reading;

namespace Market.Handbook.Searching;

/// <summary>Finds pages by words: one in a title counts most, one that few pages have counts more than one that all have.</summary>
public static class HandbookSearch
{
    private const int InTitle = 12;
    private const int InHeading = 6;
    private const int InText = 1;
    private const int MostInText = 4;
    private const int MostHits = 12;
    private const int MostWords = 12;
    private const int LongestExcerpt = 220;
    private const int ShortestBeginning = 4;
    private const int Stem = 6;
    private const int LongestEnding = 3;

    public static IReadOnlyList<SearchHit> Find(IReadOnlyList<HandbookPage> pages, string? query)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var wanted = Words.Of(query ?? string.Empty).Distinct(StringComparer.Ordinal).Take(MostWords).ToList();
        if (wanted.Exists(word => word.Length > 2))
        {
            // What is typed around the words that say something: "how to", "du".
            wanted.RemoveAll(word => word.Length <= 2 && !word.All(char.IsDigit));
        }

        var rarity = wanted.ToDictionary(word => word, word => pages.Count + 1 - pages.Count(page => PageScore(page, word) > 0), StringComparer.Ordinal);
        return
        [
            .. pages
                .Select(page => (Page: page, Found: wanted.Count(word => PageScore(page, word) > 0), Score: wanted.Sum(word => PageScore(page, word) * rarity[word])))
                .Where(hit => hit.Score > 0)
                .OrderByDescending(hit => hit.Score * hit.Found)
                .Take(MostHits)
                .Select(hit => HitOf(hit.Page, wanted)),
        ];
    }

    private static SearchHit HitOf(HandbookPage page, List<string> wanted)
    {
        var section = page.Sections.MaxBy(one => wanted.Sum(word => SectionScore(one, word)))!;
        var paragraph = section.Paragraphs.MaxBy(text => wanted.Count(word => Count(text, word) > 0)) ?? string.Empty;
        return new SearchHit(page, section, Cut(paragraph));
    }

    private static int PageScore(HandbookPage page, string word) =>
        (Count(page.Title, word) * InTitle) + page.Sections.Sum(section => SectionScore(section, word));

    private static int SectionScore(PageSection section, string word) =>
        (section.Level > 1 ? Count(section.Heading, word) * InHeading : 0)
        + (Math.Min(MostInText, section.Paragraphs.Sum(text => Count(text, word))) * InText);

    private static int Count(string text, string word) => Words.Of(text).Count(there => Means(there, word));

    // What is typed begins the word, or they differ in their endings only: "paiements" finds "paiement", and "reverse" finds "reversals".
    private static bool Means(string there, string word)
    {
        if (there.StartsWith(word, StringComparison.Ordinal))
        {
            // "mot" is no beginning of "motif".
            return word.Length >= ShortestBeginning || there.Length - word.Length <= 1;
        }

        var shared = there.AsSpan().CommonPrefixLength(word);
        return shared >= Stem && there.Length - shared <= LongestEnding && word.Length - shared <= LongestEnding;
    }

    private static string Cut(string text)
    {
        if (text.Length <= LongestExcerpt)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', LongestExcerpt);
        return text[..(end > 0 ? end : LongestExcerpt)] + " …";
    }
}

using System.Collections.Concurrent;
using System.Reflection;
using Markdig;
using Market.Handbook.Contents;

namespace Market.Handbook.Reading;

/// <summary>The pages that this assembly brings along, read once in each language.</summary>
public sealed class HandbookShelf
{
    public const string FallBack = "en";

    private static readonly Assembly Here = typeof(HandbookShelf).Assembly;

    private readonly ConcurrentDictionary<string, IReadOnlyList<HandbookPage>> _pages = new(StringComparer.Ordinal);

    /// <summary>All pages in that language; one that lacks there is in English.</summary>
    public IReadOnlyList<HandbookPage> All(string language) => _pages.GetOrAdd(Known(language), known => [.. TableOfContents.All.Select(chapter => Read(chapter, known))]);

    public HandbookPage? Find(string? name, string language) => All(language).FirstOrDefault(page => page.Chapter.Name == name);

    /// <summary>Where a section stands that is known by its English anchor: all languages have the same ones in the same order.</summary>
    public string? AnchorOf(string name, string? section, string language)
    {
        if (section is null || Find(name, FallBack) is not { } english || Find(name, language) is not { } page)
        {
            return null;
        }

        var place = english.Sections.ToList().FindIndex(one => one.Anchor == section);
        return place < 0 || place >= page.Sections.Count ? null : page.Sections[place].Anchor;
    }

    /// <summary>A text of this assembly, or null.</summary>
    public static string? Text(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var stream = Here.GetManifestResourceStream($"Market.Handbook.Pages>{path.Replace('/', '>')}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Known(string language) => language == "fr" ? language : FallBack;

    private static HandbookPage Read(Chapter chapter, string language)
    {
        if (Text($"{language}/{chapter.Name}.md") is null)
        {
            language = FallBack;
        }

        var text = Text($"{language}/{chapter.Name}.md")
            ?? throw new InvalidOperationException($"The handbook has no page {chapter.Name}.");
        var document = Markdown.Parse(text, HandbookText.Pipeline);
        return new HandbookPage(chapter, language, text, HandbookText.TitleOf(document), HandbookText.SectionsOf(document));
    }
}

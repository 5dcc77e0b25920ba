using Market.Handbook.Contents;

namespace Market.Handbook.Reading;

/// <summary>A page as it was written in one language.</summary>
/// <param name="Chapter">Which it is.</param>
/// <param name="Language">In which language it is, and its pictures are.</param>
/// <param name="Markdown">Its text.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Sections">What it is made of, for who searches.</param>
public sealed record HandbookPage(Chapter Chapter, string Language, string Markdown, string Title, IReadOnlyList<PageSection> Sections);

namespace Market.Handbook.Reading;

/// <summary>What stands below a heading, or before the first one.</summary>
/// <param name="Anchor">The heading's anchor; empty before the first one.</param>
/// <param name="Heading">The heading, or the page's title.</param>
/// <param name="Level">2 for a heading of the page; 1 before the first one.</param>
/// <param name="Paragraphs">Its text, without marks.</param>
public sealed record PageSection(string Anchor, string Heading, int Level, IReadOnlyList<string> Paragraphs);

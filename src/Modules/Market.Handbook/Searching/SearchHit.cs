using Market.Handbook.Reading;

namespace Market.Handbook.Searching;

/// <summary>A page that says something of what is searched.</summary>
/// <param name="Page">The page.</param>
/// <param name="Section">Where it says most.</param>
/// <param name="Excerpt">The first words it says of it there.</param>
public sealed record SearchHit(HandbookPage Page, PageSection Section, string Excerpt);

using Market.Handbook.Reading;
using Market.Handbook.Searching;

namespace Market.Handbook.ViewModels;

public class ContentsViewModel
{
    public IReadOnlyList<HandbookPage> Pages { get; set; } = [];

    public string? Query { get; set; }

    /// <summary>What was found; null where nothing is searched.</summary>
    public IReadOnlyList<SearchHit>? Hits { get; set; }

    public bool IsAdmin { get; set; }

    public IPageAddresses Addresses { get; set; } = default!;
}

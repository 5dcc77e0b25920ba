namespace Market.Orders.Shop;

/// <summary>How the order page shows the products.</summary>
/// <param name="By">By what: <c>category</c>, or by who makes them.</param>
/// <param name="Search">What is looked for; none where all is shown.</param>
public sealed record ShelfView(string? By, string? Search)
{
    /// <summary>The value of <see cref="By"/> that shows them by category.</summary>
    public const string Category = "category";

    private const int LongestSearch = 100;

    /// <summary>What is looked for.</summary>
    public string? Search { get; } = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim() is { Length: > LongestSearch } longer ? longer[..LongestSearch] : Search.Trim();

    /// <summary>Whether they are shown by category.</summary>
    public bool IsByCategory => By == Category;
}

namespace Market.Desk.ViewModels;

/// <summary>What was searched for, and what was found.</summary>
public class FindViewModel
{
    /// <summary>What was typed.</summary>
    public string? Query { get; set; }

    /// <summary>Whether it was long enough to search for.</summary>
    public bool IsSearched { get; set; }

    /// <summary>What was found, things of a kind together.</summary>
    public IReadOnlyList<Hit> Hits { get; set; } = [];
}

/// <summary>Something that was found, as a page and a script show it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Which one.</param>
/// <param name="Detail">What tells it from others; none where nothing does.</param>
/// <param name="Address">Its page.</param>
public sealed record Hit(string Kind, string Title, string? Detail, string Address);

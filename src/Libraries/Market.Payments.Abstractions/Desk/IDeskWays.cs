namespace Market.Payments;

/// <summary>
/// Offers the ways that are walked every week from the desk on the admin's home: the next distribution, its counter, a payment to record.
/// Asked where the person has its rights, and not otherwise.
/// </summary>
public interface IDeskWays
{
    /// <summary>The names of the permissions that the pages it leads to ask for: who has all of them is offered the ways.</summary>
    IReadOnlyList<string> Rights { get; }

    /// <summary>The ways; none where there is nothing to go to.</summary>
    Task<IReadOnlyList<DeskWay>> FindAsync();
}

/// <summary>A way from the desk.</summary>
/// <param name="Place">Where it stands: lower ones come first.</param>
/// <param name="Label">What one does there, in the language of the request.</param>
/// <param name="Link">The page.</param>
public sealed record DeskWay(int Place, string Label, DeskLink Link)
{
    /// <summary>What is to be known before going: the day, the place.</summary>
    public string? Detail { get; init; }
}

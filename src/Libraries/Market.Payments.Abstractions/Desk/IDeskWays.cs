namespace Market.Payments;

/// <summary>
/// Offers the ways that are walked every week from the desk on the admin's home: the next distribution, its counter, a payment to record.
/// Asked where the person has its right, and not otherwise.
/// </summary>
public interface IDeskWays
{
    /// <summary>The name of the permission that its ways are walked with.</summary>
    string Right { get; }

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

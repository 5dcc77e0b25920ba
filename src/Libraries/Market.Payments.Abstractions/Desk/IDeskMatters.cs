namespace Market.Payments;

/// <summary>
/// Says what waits for somebody in a module, for the coordinator's desk on the admin's home. It is asked where the person may open the pages that
/// it leads to, and not otherwise: register one for each set of rights.
/// </summary>
public interface IDeskMatters
{
    /// <summary>The names of the permissions that the pages its matters lead to ask for: who has all of them sees the matters.</summary>
    IReadOnlyList<string> Rights { get; }

    /// <summary>What there is, with a zero where nothing waits. It asks as many questions of the database whatever it counts.</summary>
    Task<IReadOnlyList<DeskMatter>> FindAsync();
}

/// <summary>A figure on the desk, which leads to the list of what it counts.</summary>
/// <param name="Place">Where it stands: lower ones come first, whichever module they are of.</param>
/// <param name="Label">What is counted, in a few words in the language of the request.</param>
/// <param name="Figure">The number or the amount, as people read it.</param>
/// <param name="Waits">Whether anybody has something to do about it.</param>
/// <param name="Link">The list.</param>
public sealed record DeskMatter(int Place, string Label, string Figure, bool Waits, DeskLink Link)
{
    /// <summary>What the figure does not say: of how many, since when.</summary>
    public string? Detail { get; init; }

    /// <summary>The state of a balance, for its colour: see <see cref="MoneyDisplay.StateClass"/>. None where the figure is no balance.</summary>
    public string? State { get; init; }
}

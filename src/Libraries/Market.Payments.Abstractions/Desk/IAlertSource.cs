namespace Market.Payments;

/// <summary>
/// Finds what coordinators may choose to be told of as soon as it happens. It reads what is kept, so nothing is missed where the site was
/// down; each is told once. Register one for each kind.
/// </summary>
public interface IAlertSource
{
    /// <summary>The kind, like <c>drawer-differs</c>. Stored with what people chose, and so it never changes.</summary>
    string Name { get; }

    /// <summary>The kind for people, in the language of the request.</summary>
    string Label { get; }

    /// <summary>The name of the permission without which nobody is told.</summary>
    string Right { get; }

    /// <summary>
    /// Whether it tells of how things are and not of what happened: told once for as long as it is so, and again when it is so again.
    /// </summary>
    bool TellsStates => false;

    /// <summary>What happened since, or is so now, in the language of the request; as many questions of the database whatever there is.</summary>
    /// <param name="since">What happened before need not be told.</param>
    Task<IReadOnlyList<Alert>> FindAsync(DateTimeOffset since);
}

/// <summary>Something to be told once.</summary>
/// <param name="Key">What it is recognised by: the same each time it is found, and no other's of its kind.</param>
/// <param name="At">When it happened; now where it is a state.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="AdminPath">Its page, below the admin's address: <c>payments/books</c>.</param>
public sealed record Alert(string Key, DateTimeOffset At, string Sentence, string AdminPath)
{
    /// <summary>The most that a source tells at once.</summary>
    public const int Most = 100;
}

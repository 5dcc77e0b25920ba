namespace Market.Ledger.Closings;

/// <summary>How long a closed period is. The name is part of a closing's hash: a kind is added, never renamed.</summary>
public enum ClosingKind
{
    /// <summary>One day of the market.</summary>
    Daily,

    /// <summary>One month.</summary>
    Monthly,

    /// <summary>One year.</summary>
    Yearly,
}

/// <summary>A stretch of recorded time that is closed as one.</summary>
/// <param name="Kind">How long it is.</param>
/// <param name="Key">Its name: <c>2026-11-24</c>, <c>2026-11</c> or <c>2026</c>.</param>
/// <param name="From">Its first instant.</param>
/// <param name="To">The first instant that is no longer in it.</param>
public sealed record ClosingPeriod(ClosingKind Kind, string Key, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Whether what was recorded at this instant is in it.</summary>
    public bool Contains(DateTimeOffset recordedAt) => From <= recordedAt && recordedAt < To;

    /// <summary>Whether this period is of the same kind as another and follows it without a gap.</summary>
    public bool Follows(ClosingPeriod other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind == other.Kind && From == other.To && ClosingKey.IsNext(Kind, other.Key, Key);
    }
}

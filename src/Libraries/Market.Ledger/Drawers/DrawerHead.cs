using Market.Ledger.Postings;

namespace Market.Ledger.Drawers;

/// <summary>Where the chain of cash drawers stands.</summary>
/// <param name="Sequence">How many entries it has.</param>
/// <param name="Hash">The last one's hash; empty before the first.</param>
public sealed record DrawerHead(long Sequence, string Hash)
{
    /// <summary>When the last entry was recorded; none before the first.</summary>
    public DateTimeOffset? LastRecordedAt { get; init; }

    /// <summary>The end of the last closed period of the market; none where nothing is closed.</summary>
    public DateTimeOffset? ClosedUntil { get; init; }

    /// <summary>When an entry is recorded that is made now: after the one before it, and never in a closed period.</summary>
    public DateTimeOffset RecordedAt(DateTimeOffset now) =>
        new[] { now.UtcDateTime.ToTheMillisecond(), LastRecordedAt ?? DateTimeOffset.MinValue, ClosedUntil ?? DateTimeOffset.MinValue }.Max();

    /// <summary>The entry that is recorded next, chained to the one before it.</summary>
    /// <param name="step">What happened.</param>
    /// <param name="today">The market's day.</param>
    /// <param name="now">The time.</param>
    public DrawerEntry Next(DrawerStep step, DateOnly today, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(step);
        var unsealed = new DrawerEntry
        {
            Sequence = Sequence + 1,
            DrawerId = step.DrawerId,
            Name = step.Name,
            Movement = step.Movement,
            Amount = step.Amount,
            Cash = step.Cash,
            Expected = step.Expected,
            Counted = step.Counted,
            DistributionId = step.DistributionId,
            Details = step.Details,
            Reason = step.Reason,
            OccurredOn = today,
            RecordedAt = RecordedAt(now),
            RecordedBy = step.RecordedBy,
            IdempotencyKey = step.IdempotencyKey,
            PreviousHash = Hash,
            Hash = string.Empty,
        };
        return unsealed with { Hash = DrawerHash.Of(unsealed) };
    }

    /// <summary>Where the chain stands after this entry.</summary>
    public DrawerHead After(DrawerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return this with { Sequence = entry.Sequence, Hash = entry.Hash, LastRecordedAt = entry.RecordedAt };
    }
}

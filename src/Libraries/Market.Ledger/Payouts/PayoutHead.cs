using Market.Ledger.Postings;

namespace Market.Ledger.Payouts;

/// <summary>Where the chain of payouts stands.</summary>
/// <param name="Sequence">How many entries it has.</param>
/// <param name="Hash">The last one's hash; empty before the first.</param>
public sealed record PayoutHead(long Sequence, string Hash)
{
    /// <summary>When the last entry was recorded; none before the first.</summary>
    public DateTimeOffset? LastRecordedAt { get; init; }

    /// <summary>The end of the last closed period of the market; none where nothing is closed.</summary>
    public DateTimeOffset? ClosedUntil { get; init; }

    /// <summary>The entry that is booked next, chained to the one before it, and never in a closed period.</summary>
    /// <param name="facts">What is known of the payout.</param>
    /// <param name="step">What is booked of it.</param>
    /// <param name="now">The time.</param>
    /// <param name="learntAt">When the market learnt of it; none where that is now.</param>
    public PayoutEntry Next(PayoutFacts facts, PayoutStep step, DateTimeOffset now, DateTimeOffset? learntAt = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(step);
        var recordedAt = new[] { now.UtcDateTime.ToTheMillisecond(), LastRecordedAt ?? DateTimeOffset.MinValue, ClosedUntil ?? DateTimeOffset.MinValue }.Max();
        var unsealed = new PayoutEntry
        {
            Sequence = Sequence + 1,
            Method = facts.Method,
            PayoutId = facts.PayoutId,
            Movement = step.Movement,
            Amount = step.Amount,
            Fees = step.Fees,
            OccurredOn = step.OccurredOn,
            LearntAt = learntAt is { } learnt && learnt < recordedAt ? learnt.UtcDateTime.ToTheMillisecond() : recordedAt,
            RecordedAt = recordedAt,
            PreviousHash = Hash,
            Hash = string.Empty,
        };
        return unsealed with { Hash = PayoutHash.Of(unsealed) };
    }

    /// <summary>Where the chain stands after this entry.</summary>
    public PayoutHead After(PayoutEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return this with { Sequence = entry.Sequence, Hash = entry.Hash, LastRecordedAt = entry.RecordedAt };
    }
}

using Market.Ledger.Amounts;

namespace Market.Ledger.Payouts;

/// <summary>
/// A movement of money between a card provider, or the cheques in hand, and the market's bank, as it was booked: never changed and never
/// deleted. It moves no client's account, so it is no operation; all of them are one chain, over all providers.
/// </summary>
public sealed record PayoutEntry
{
    /// <summary>Its place among all entries: 1, 2, 3… without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>The technical name of the payment method whose money it is.</summary>
    public required string Method { get; init; }

    /// <summary>The provider's id of the payout, or the deposit slip's reference, by which the bank's line is matched.</summary>
    public required string PayoutId { get; init; }

    /// <summary>Why it was booked.</summary>
    public required PayoutMovement Movement { get; init; }

    /// <summary>What arrived at the bank; negative where it left it.</summary>
    public required Money Amount { get; init; }

    /// <summary>What the provider keeps of the payments it holds; negative where it gives fees back.</summary>
    public required Money Fees { get; init; }

    /// <summary>The market's day.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>
    /// When the market learnt of it, in UTC, to the millisecond: what journals say. Earlier than <see cref="RecordedAt"/> for what was in
    /// the journals before payouts had a chain.
    /// </summary>
    public required DateTimeOffset LearntAt { get; init; }

    /// <summary>When it was recorded, in UTC, to the millisecond.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The hash of the entry before this one; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256, in lower-case hexadecimal, over this entry and <see cref="PreviousHash"/>; see <see cref="PayoutHash"/>.</summary>
    public required string Hash { get; init; }
}

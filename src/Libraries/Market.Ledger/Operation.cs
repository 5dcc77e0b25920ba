using Market.Ledger.Amounts;
using Market.Ledger.Chain;

namespace Market.Ledger;

/// <summary>
/// One line of a client account: money owed (negative) or received (positive). Never changed, never deleted;
/// a mistake is corrected by another operation. It holds nothing that names a person.
/// </summary>
public sealed record Operation
{
    /// <summary>The operation's own id, unique in the market.</summary>
    public required string Id { get; init; }

    /// <summary>The client account it is on.</summary>
    public required string AccountId { get; init; }

    /// <summary>Its place in its account: 1, 2, 3… without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>Why it was posted.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>The signed amount: positive is a credit, negative a debit. Never zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The technical name of the payment method, for a payment or a refund.</summary>
    public string? Method { get; init; }

    /// <summary>The order it concerns.</summary>
    public string? OrderId { get; init; }

    /// <summary>The distribution it concerns.</summary>
    public string? DistributionId { get; init; }

    /// <summary>What the method asked for: a cheque's number and bank, a transfer's reference, a provider's ids.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = NoDetails;

    /// <summary>A note for people; the reason, for a correction.</summary>
    public string? Memo { get; init; }

    /// <summary>The market's day it belongs to.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>When it was posted, in UTC, to the millisecond.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The id of the user who posted it, or the name of the automation.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>The id of the operation this one reverses.</summary>
    public string? Reverses { get; init; }

    /// <summary>The key under which it was asked for; no two operations of a market share one.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The hash of the account's operation before this one; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256, in lower-case hexadecimal, over this operation and <see cref="PreviousHash"/>; see <see cref="OperationHash"/>.</summary>
    public required string Hash { get; init; }

    internal static IReadOnlyDictionary<string, string> NoDetails { get; } =
        System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}

using Market.Ledger.Amounts;

namespace Market.Ledger.Pending;

/// <summary>Where a pending payment stands.</summary>
public enum PendingState
{
    /// <summary>Promised, and awaited.</summary>
    Announced,

    /// <summary>It arrived, and an operation credits it.</summary>
    Received,

    /// <summary>It is awaited no more.</summary>
    Cancelled,
}

/// <summary>
/// A payment that somebody promised: a transfer on its way, a cheque in the post. It is not an operation and moves no confirmed balance;
/// it is announced, then received or cancelled, once.
/// </summary>
public sealed record PendingPayment
{
    /// <summary>Its own id, unique in the market.</summary>
    public required string Id { get; init; }

    /// <summary>The client account it will credit.</summary>
    public required string AccountId { get; init; }

    /// <summary>What was announced. Positive.</summary>
    public required Money Amount { get; init; }

    /// <summary>The technical name of the payment method.</summary>
    public required string Method { get; init; }

    /// <summary>What is known of it by the method's fields; the rest may come with the money.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = Operation.NoDetails;

    /// <summary>The order it is to pay.</summary>
    public string? OrderId { get; init; }

    /// <summary>The distribution it concerns.</summary>
    public string? DistributionId { get; init; }

    /// <summary>A note for people.</summary>
    public string? Memo { get; init; }

    /// <summary>The market's day it was announced.</summary>
    public required DateOnly AnnouncedOn { get; init; }

    /// <summary>When it was announced, in UTC, to the millisecond.</summary>
    public required DateTimeOffset AnnouncedAt { get; init; }

    /// <summary>The id of the user who announced it, or the name of the automation.</summary>
    public required string AnnouncedBy { get; init; }

    /// <summary>The key under which it was announced; no two pending payments of a market share one.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Where it stands.</summary>
    public PendingState State { get; init; }

    /// <summary>The operation that credits it, once it is received.</summary>
    public string? OperationId { get; init; }

    /// <summary>Why it was cancelled, where it was.</summary>
    public string? CancellationReason { get; init; }

    /// <summary>When it was received or cancelled, in UTC, to the millisecond; none while it is awaited.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Who received or cancelled it; none while it is awaited.</summary>
    public string? SettledBy { get; init; }

    /// <summary>The key of the operation that credits it: one payment, one key, so it is credited once.</summary>
    public string ReceiptKey => "pending:" + Id;
}

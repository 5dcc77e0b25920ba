using Market.Ledger.Amounts;

namespace Market.Ledger.Postings;

/// <summary>What somebody asks the ledger to post: an operation that is not one yet.</summary>
public sealed record Posting
{
    /// <summary>The client account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Why. Not <see cref="OperationKind.Reversal"/>: that is <see cref="ILedger.ReverseAsync"/>.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>The signed amount: positive credits the member, negative debits them.</summary>
    public required Money Amount { get; init; }

    /// <summary>The technical name of the method, for a payment or a refund.</summary>
    public string? Method { get; init; }

    /// <summary>The order it concerns.</summary>
    public string? OrderId { get; init; }

    /// <summary>The distribution it concerns.</summary>
    public string? DistributionId { get; init; }

    /// <summary>What the method asks for; empty values count as not given.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = Operation.NoDetails;

    /// <summary>A note; the reason, for a correction.</summary>
    public string? Memo { get; init; }

    /// <summary>The market's day it belongs to.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>
    /// What the memo says where the day is closed and the operation is dated on the first open day instead, as what a machine posts is;
    /// where there is none, the day is refused and a person chooses another.
    /// </summary>
    public string? ClosedDayNote { get; init; }

    /// <summary>Who posts it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>The same key with the same content posts once, whatever is retried; with other content it is refused.</summary>
    public required string IdempotencyKey { get; init; }
}

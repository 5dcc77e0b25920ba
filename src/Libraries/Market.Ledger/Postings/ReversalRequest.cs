namespace Market.Ledger.Postings;

/// <summary>What somebody asks the ledger to reverse.</summary>
public sealed record ReversalRequest
{
    /// <summary>The account the operation is on.</summary>
    public required string AccountId { get; init; }

    /// <summary>The operation to reverse.</summary>
    public required string OperationId { get; init; }

    /// <summary>Why, in words: the statement shows it beside the pair.</summary>
    public required string Reason { get; init; }

    /// <summary>The market's day of the correction.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <inheritdoc cref="Posting.ClosedDayNote"/>
    public string? ClosedDayNote { get; init; }

    /// <summary>Who reverses it.</summary>
    public required string RecordedBy { get; init; }

    /// <inheritdoc cref="Posting.IdempotencyKey"/>
    public required string IdempotencyKey { get; init; }
}

namespace Market.Ledger.Pending;

/// <summary>What somebody asks when an announced payment will not arrive.</summary>
public sealed record Cancellation
{
    /// <summary>The client account the payment was announced on.</summary>
    public required string AccountId { get; init; }

    /// <summary>The pending payment.</summary>
    public required string PendingPaymentId { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Who cancels it.</summary>
    public required string CancelledBy { get; init; }
}

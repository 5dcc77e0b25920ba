using Market.Ledger.Amounts;

namespace Market.Ledger.Pending;

/// <summary>What somebody asks when an announced payment has arrived.</summary>
public sealed record Receipt
{
    /// <summary>The client account the payment was announced on.</summary>
    public required string AccountId { get; init; }

    /// <summary>The pending payment.</summary>
    public required string PendingPaymentId { get; init; }

    /// <summary>What arrived, positive; the announced amount where none is given.</summary>
    public Money? Amount { get; init; }

    /// <summary>What the method asks for and the announcement left open; each replaces the announced value of its name.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = Operation.NoDetails;

    /// <summary>The market's day the money arrived.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <inheritdoc cref="Postings.Posting.ClosedDayNote"/>
    public string? ClosedDayNote { get; init; }

    /// <summary>Who records it.</summary>
    public required string RecordedBy { get; init; }
}

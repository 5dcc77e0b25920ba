using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Ledger.Pending;

/// <summary>What somebody asks to announce: a payment that has not arrived.</summary>
public sealed record Announcement
{
    /// <summary>The client account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The amount. Positive.</summary>
    public required Money Amount { get; init; }

    /// <summary>The technical name of the method, one the market offers.</summary>
    public required string Method { get; init; }

    /// <summary>What is known by the method's fields; empty values count as not given, and none is required yet.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = Operation.NoDetails;

    /// <summary>The order it is to pay.</summary>
    public string? OrderId { get; init; }

    /// <summary>The distribution it concerns.</summary>
    public string? DistributionId { get; init; }

    /// <summary>A note.</summary>
    public string? Memo { get; init; }

    /// <summary>The market's day of the announcement.</summary>
    public required DateOnly AnnouncedOn { get; init; }

    /// <summary>Who announces it.</summary>
    public required string AnnouncedBy { get; init; }

    /// <summary>The same key with the same content announces once; with other content it is refused.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>
    /// Whether the market holds it already, as it does a cheque that is handed over in advance: then it is more than a promise, and no cap
    /// of what may be announced stops it.
    /// </summary>
    public bool IsInHand { get; init; }

    internal Posting AsPayment() => new()
    {
        AccountId = AccountId,
        Kind = OperationKind.Payment,
        Amount = Amount,
        Method = Method,
        OrderId = OrderId,
        DistributionId = DistributionId,
        Details = Details,
        Memo = Memo,
        OccurredOn = AnnouncedOn,
        RecordedBy = AnnouncedBy,
        IdempotencyKey = IdempotencyKey,
    };
}

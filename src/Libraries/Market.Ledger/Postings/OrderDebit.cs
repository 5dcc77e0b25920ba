using Market.Ledger.Amounts;
using Market.Ledger.Vat;

namespace Market.Ledger.Postings;

/// <summary>
/// What an order costs the member from now on. The ledger posts the difference to what it has posted for that order:
/// the whole of it the first time, what was added or taken off when the order changes, all of it back when it is cancelled (total zero).
/// </summary>
public sealed record OrderDebit
{
    /// <summary>The account that ordered.</summary>
    public required string AccountId { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The distribution it is collected at.</summary>
    public string? DistributionId { get; init; }

    /// <summary>The order's total, zero or more.</summary>
    public required Money Total { get; init; }

    /// <summary>
    /// The total by rates of VAT, which comes to it; none where whoever sells does not know. The market's terms decide whether it is posted.
    /// </summary>
    public VatSplit? Vat { get; init; }

    /// <summary>A note.</summary>
    public string? Memo { get; init; }

    /// <summary>
    /// Why what was ordered costs something else than was agreed, where it does: weighed, or priced anew. It is the operation's note, and the
    /// floor does not stop it: a floor stops ordering, and these goods are sold.
    /// </summary>
    public string? Correction { get; init; }

    /// <summary>The market's day it belongs to.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <inheritdoc cref="Posting.ClosedDayNote"/>
    public string? ClosedDayNote { get; init; }

    /// <summary>Who posts it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>One key for each state of the order, like <c>order:4f…:2</c>.</summary>
    public required string IdempotencyKey { get; init; }
}

using Market.Ledger.Accounts;
using Market.Ledger.Returnables;
using Market.Ledger.Vat;

namespace Market.Ledger.Postings;

/// <summary>What may be reversed, and by what. Pure.</summary>
public static class ReversalRules
{
    /// <summary>Judges a reversal against the operation it names.</summary>
    /// <returns>Why not, or null where it may be posted (unless the operation has been reversed already).</returns>
    public static Refusal? Judge(ReversalRequest request, Operation operation, MarketTerms terms, AccountHead account)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(operation);
        return PostingRules.JudgeAccount(terms, account)
            ?? (operation.Kind is OperationKind.Reversal ? new Refusal(RefusalReason.IsReversal) : null)
            ?? PostingRules.JudgeReason(request.Reason)
            ?? (!PostingRules.IsKey(request.IdempotencyKey) ? new Refusal(RefusalReason.TextTooLong) { Field = nameof(Posting.IdempotencyKey) } : null)
            ?? (request.ClosedDayNote is null ? OpenDays.Judge(request.OccurredOn, terms, account) : null);
    }

    internal static Posting Opposite(ReversalRequest request, Operation operation) => new()
    {
        AccountId = operation.AccountId,
        Kind = OperationKind.Reversal,
        Amount = -operation.Amount,
        Method = operation.Method,
        OrderId = operation.OrderId,
        DistributionId = operation.DistributionId,
        Details = ReturnableMove.Read(operation) is { } move ? (move with { Count = -move.Count }).ToDetails()
            : VatSplit.Read(operation)?.Opposite().WriteTo(Operation.NoDetails) ?? Operation.NoDetails,
        Memo = OneLine.Of(request.Reason),
        OccurredOn = request.OccurredOn,
        ClosedDayNote = request.ClosedDayNote,
        RecordedBy = request.RecordedBy,
        IdempotencyKey = request.IdempotencyKey,
    };
}

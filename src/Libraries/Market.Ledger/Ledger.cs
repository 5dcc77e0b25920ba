using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Postings;

namespace Market.Ledger;

/// <summary>
/// The ledger over any store: locks the account, answers a repeated key with what it posted the first time, judges, and appends
/// one operation that continues the account's sequence and chain.
/// </summary>
/// <param name="store">Where operations are kept.</param>
/// <param name="terms">The market's terms.</param>
/// <param name="newId">Makes a new operation id.</param>
/// <param name="utcNow">The time, in UTC.</param>
/// <param name="closed">Which distributions are closed; none where the host closes none.</param>
public sealed class Ledger(ILedgerStore store, IMarketTerms terms, Func<string> newId, Func<DateTime> utcNow, IClosedDistributions? closed = null) : ILedger
{
    /// <inheritdoc/>
    public async Task<PostingResult> PostAsync(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        posting = posting.Trimmed();
        if (await store.LockAsync(posting.AccountId) is not { } account)
        {
            return PostingResult.Refuse(RefusalReason.UnknownAccount);
        }

        if (await store.FindByKeyAsync(posting.IdempotencyKey) is { } first)
        {
            return Asks(posting, first) ? new PostingResult.AlreadyPosted(first) : PostingResult.Refuse(RefusalReason.KeyConflict);
        }

        var market = await terms.GetAsync();
        posting = posting.Moved(market, account);
        if (PostingRules.Judge(posting, market, account) is { } refusal)
        {
            return new PostingResult.Refused(refusal);
        }

        return await StandsAsync(posting.Kind, posting.OrderId, posting.DistributionId)
            ? PostingResult.Refuse(RefusalReason.DistributionClosed)
            : await AppendAsync(posting, account, reverses: null);
    }

    /// <inheritdoc/>
    public async Task<PostingResult> SetOrderDebitAsync(OrderDebit debit)
    {
        ArgumentNullException.ThrowIfNull(debit);
        debit = debit with { OrderId = debit.OrderId.Trim(), Correction = OneLine.OrNull(debit.Correction) };
        if (await store.LockAsync(debit.AccountId) is not { } account)
        {
            return PostingResult.Refuse(RefusalReason.UnknownAccount);
        }

        if (await store.FindByKeyAsync(debit.IdempotencyKey) is { } first)
        {
            return await LedToAsync(debit, first) ? new PostingResult.AlreadyPosted(first) : PostingResult.Refuse(RefusalReason.KeyConflict);
        }

        var market = await terms.GetAsync();
        if (PostingRules.JudgeDebit(debit, market, account) is { } wrong)
        {
            return new PostingResult.Refused(wrong);
        }

        var posting = new Posting
        {
            AccountId = debit.AccountId,
            Kind = OperationKind.Order,
            Amount = new Money(checked(-debit.Total.MinorUnits - await store.SumOrderAsync(debit.AccountId, debit.OrderId)), debit.Total.Currency),
            OrderId = debit.OrderId,
            DistributionId = debit.DistributionId,
            Memo = debit.Correction ?? debit.Memo,
            OccurredOn = debit.OccurredOn,
            ClosedDayNote = debit.ClosedDayNote,
            RecordedBy = debit.RecordedBy,
            IdempotencyKey = debit.IdempotencyKey,
        }.Trimmed().Moved(market, account);
        if (posting.Amount.IsZero)
        {
            return new PostingResult.Unchanged();
        }

        if (await StandsAsync(posting.Kind, posting.OrderId, posting.DistributionId))
        {
            return PostingResult.Refuse(RefusalReason.DistributionClosed);
        }

        return (debit.Correction is null ? PostingRules.Judge(posting, market, account) : PostingRules.JudgeSold(posting, market, account)) is { } refusal
            ? new PostingResult.Refused(refusal)
            : await AppendAsync(posting, account, reverses: null);
    }

    /// <inheritdoc/>
    public async Task<PostingResult> ReverseAsync(ReversalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await store.LockAsync(request.AccountId) is not { } account)
        {
            return PostingResult.Refuse(RefusalReason.UnknownAccount);
        }

        if (await store.FindByKeyAsync(request.IdempotencyKey) is { } first)
        {
            return first.AccountId == request.AccountId && first.Reverses == request.OperationId
                ? new PostingResult.AlreadyPosted(first)
                : PostingResult.Refuse(RefusalReason.KeyConflict);
        }

        if (await store.FindAsync(request.OperationId) is not { } operation || operation.AccountId != request.AccountId)
        {
            return PostingResult.Refuse(RefusalReason.UnknownOperation);
        }

        var market = await terms.GetAsync();
        if (ReversalRules.Judge(request, operation, market, account) is { } refusal)
        {
            return new PostingResult.Refused(refusal);
        }

        if (await store.FindReversalOfAsync(operation.Id) is not null)
        {
            return PostingResult.Refuse(RefusalReason.AlreadyReversed);
        }

        if (await StandsAsync(operation.Kind, operation.OrderId, operation.DistributionId))
        {
            return PostingResult.Refuse(RefusalReason.DistributionClosed);
        }

        return await AppendAsync(ReversalRules.Opposite(request, operation).Moved(market, account), account, operation.Id);
    }

    private async Task<PostingResult> AppendAsync(Posting posting, AccountHead account, string? reverses)
    {
        var unsealed = new Operation
        {
            Id = newId(),
            AccountId = account.AccountId,
            Sequence = account.Sequence + 1,
            Kind = posting.Kind,
            Amount = posting.Amount,
            Method = posting.Method,
            OrderId = posting.OrderId,
            DistributionId = posting.DistributionId,
            Details = posting.Details,
            Memo = posting.Memo,
            OccurredOn = posting.OccurredOn,
            RecordedAt = account.RecordedNoEarlierThan(utcNow().ToTheMillisecond()),
            RecordedBy = posting.RecordedBy,
            Reverses = reverses,
            IdempotencyKey = posting.IdempotencyKey,
            PreviousHash = account.Hash,
            Hash = string.Empty,
        };
        var operation = unsealed with { Hash = OperationHash.Of(unsealed) };
        await store.AppendAsync(operation, account.After(operation));
        return new PostingResult.Posted(operation);
    }

    // What an order costs is its debit and the adjustments that name it; what pays it may always come.
    private async Task<bool> StandsAsync(OperationKind kind, string? orderId, string? distributionId) =>
        closed is not null
        && distributionId is not null
        && (kind is OperationKind.Order || (kind is OperationKind.Adjustment && orderId is not null))
        && await closed.IsClosedAsync(distributionId);

    // The first answer counts, whatever the retry's clock, clerk or day.
    private static bool Asks(Posting posting, Operation first) =>
        posting.AccountId == first.AccountId
        && posting.Kind == first.Kind
        && posting.Amount == first.Amount
        && posting.Method == first.Method
        && posting.OrderId == first.OrderId
        && posting.DistributionId == first.DistributionId
        && (posting.Memo == first.Memo || posting.WasMoved(first))
        && posting.Details.SameAs(first.Details)
        && first.Reverses is null;

    private async Task<bool> LedToAsync(OrderDebit debit, Operation first) =>
        first.AccountId == debit.AccountId
        && first.Kind == OperationKind.Order
        && first.OrderId == debit.OrderId
        && first.Amount.Currency == debit.Total.Currency
        && await store.SumOrderAsync(debit.AccountId, debit.OrderId, first.Sequence) == -debit.Total.MinorUnits;
}

using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Gifts;
using Market.Ledger.Postings;
using Market.Ledger.Vat;

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
        if (await store.LockAsync(posting.AccountId, posting.IdempotencyKey) is not ({ } account, var first))
        {
            return PostingResult.Refuse(RefusalReason.UnknownAccount);
        }

        if (first is not null)
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
            : new PostingResult.Posted(await AppendAsync(posting.WithVat(market), account));
    }

    /// <inheritdoc/>
    public async Task<PostingResult> SetOrderDebitAsync(OrderDebit debit)
    {
        ArgumentNullException.ThrowIfNull(debit);
        debit = debit with { OrderId = debit.OrderId.Trim(), Correction = OneLine.OrNull(debit.Correction) };
        if (await store.LockAsync(debit.AccountId, debit.IdempotencyKey) is not ({ } account, var first))
        {
            return PostingResult.Refuse(RefusalReason.UnknownAccount);
        }

        if (first is not null)
        {
            return await LedToAsync(debit, first) ? new PostingResult.AlreadyPosted(first) : PostingResult.Refuse(RefusalReason.KeyConflict);
        }

        var market = await terms.GetAsync();
        if (PostingRules.JudgeDebit(debit, market, account) is { } wrong)
        {
            return new PostingResult.Refused(wrong);
        }

        var posted = await store.ListOrderAsync(debit.AccountId, debit.OrderId);
        var postings = VatPostings.Of(market.Vat.ChargesVat() ? debit : debit with { Vat = null }, posted).Select(posting => posting.Trimmed().Moved(market, account)).ToList();
        if (postings.Count == 0)
        {
            return new PostingResult.Unchanged();
        }

        if (await StandsAsync(OperationKind.Order, debit.OrderId, postings[0].DistributionId))
        {
            return PostingResult.Refuse(RefusalReason.DistributionClosed);
        }

        var difference = postings.Aggregate(Money.Zero(debit.Total.Currency), (sum, posting) => sum + posting.Amount);
        var refusal = postings.Select(posting => PostingRules.JudgeSold(posting, market, account)).FirstOrDefault(one => one is not null)
            ?? (debit.Correction is null ? PostingRules.JudgeFloor(OperationKind.Order, difference, market, account) : null);
        if (refusal is not null)
        {
            return new PostingResult.Refused(refusal);
        }

        var operation = await AppendAsync(postings[0], account);
        foreach (var posting in postings.Skip(1))
        {
            account = account.After(operation);
            operation = await AppendAsync(posting, account);
        }

        return new PostingResult.Posted(operation);
    }

    /// <inheritdoc/>
    public async Task<PostingResult> ReverseAsync(ReversalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await FindOtherSideAsync(request) is not { } other)
        {
            return await ReverseOneAsync(request);
        }

        // By their ids, as gifts lock them.
        foreach (var accountId in new[] { request.AccountId, other.AccountId }.Order(StringComparer.Ordinal))
        {
            await store.LockAsync(accountId);
        }

        // A side that was reversed by itself, as was done once, is left as it is.
        if (await store.FindReversalOfAsync(other.Id) is not null || await store.LockAsync(other.AccountId) is not { } theirs)
        {
            return await ReverseOneAsync(request);
        }

        // Nothing of a gift is posted unless both sides may be.
        var same = request with { AccountId = other.AccountId, OperationId = other.Id, IdempotencyKey = request.IdempotencyKey + ":other" };
        if (ReversalRules.Judge(same, other, await terms.GetAsync(), theirs) is { } refusal)
        {
            return new PostingResult.Refused(refusal);
        }

        var result = await ReverseOneAsync(request);
        return result is PostingResult.Posted && await ReverseOneAsync(same) is PostingResult.Refused refused ? refused : result;
    }

    private async Task<Operation?> FindOtherSideAsync(ReversalRequest request) =>
        await store.FindAsync(request.OperationId) is { } operation
        && operation.AccountId == request.AccountId
        && CreditGift.OtherSideKey(operation) is { } key
        && await store.FindByKeyAsync(key) is { } other
        && other.Amount == -operation.Amount
            ? other
            : null;

    private async Task<PostingResult> ReverseOneAsync(ReversalRequest request)
    {
        if (await store.LockAsync(request.AccountId, request.IdempotencyKey) is not ({ } account, var first))
        {
            return PostingResult.Refuse(RefusalReason.UnknownAccount);
        }

        if (first is not null)
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

        return new PostingResult.Posted(await AppendAsync(ReversalRules.Opposite(request, operation).Moved(market, account), account, operation.Id));
    }

    private async Task<Operation> AppendAsync(Posting posting, AccountHead account, string? reverses = null)
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
        return operation;
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
        && posting.AsksDetails(first)
        && first.Reverses is null;

    private async Task<bool> LedToAsync(OrderDebit debit, Operation first)
    {
        if (first.AccountId != debit.AccountId || first.Kind != OperationKind.Order || first.OrderId != debit.OrderId || first.Amount.Currency != debit.Total.Currency)
        {
            return false;
        }

        var posted = (await store.ListOrderAsync(debit.AccountId, debit.OrderId)).Where(operation => operation.Sequence <= first.Sequence).ToList();
        return posted.Aggregate(debit.Total, (rest, operation) => rest + operation.Amount).IsZero && debit.AsksRates(posted, first);
    }
}

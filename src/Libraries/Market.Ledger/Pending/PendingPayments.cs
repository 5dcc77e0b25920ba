using Market.Ledger.Postings;

namespace Market.Ledger.Pending;

/// <summary>Pending payments over any store; what is received is posted by the ledger, like any other payment.</summary>
/// <param name="ledger">Posts the credits.</param>
/// <param name="accounts">Where accounts are locked.</param>
/// <param name="store">Where pending payments are kept.</param>
/// <param name="terms">The market's terms.</param>
/// <param name="newId">Makes a new id.</param>
/// <param name="utcNow">The time, in UTC.</param>
public sealed class PendingPayments(
    ILedger ledger,
    ILedgerStore accounts,
    IPendingPaymentStore store,
    IMarketTerms terms,
    Func<string> newId,
    Func<DateTime> utcNow) : IPendingPayments
{
    /// <inheritdoc/>
    public async Task<PendingResult> AnnounceAsync(Announcement announcement)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        announcement = announcement.Trimmed();
        if (await accounts.LockAsync(announcement.AccountId) is not { } account)
        {
            return PendingResult.Refuse(RefusalReason.UnknownAccount);
        }

        if (await store.FindPendingByKeyAsync(announcement.IdempotencyKey) is { } first)
        {
            return Asks(announcement, first) ? new PendingResult.AlreadyDone(first) : PendingResult.Refuse(RefusalReason.KeyConflict);
        }

        if (PostingRules.JudgeAnnouncement(announcement, await terms.GetAsync(), account) is { } refusal)
        {
            return new PendingResult.Refused(refusal);
        }

        var payment = new PendingPayment
        {
            Id = newId(),
            AccountId = announcement.AccountId,
            Amount = announcement.Amount,
            Method = announcement.Method,
            Details = announcement.Details,
            OrderId = announcement.OrderId,
            DistributionId = announcement.DistributionId,
            Memo = announcement.Memo,
            AnnouncedOn = announcement.AnnouncedOn,
            AnnouncedAt = utcNow().ToTheMillisecond(),
            AnnouncedBy = announcement.AnnouncedBy,
            IdempotencyKey = announcement.IdempotencyKey,
        };
        await store.AddPendingAsync(payment, account.Announcing(payment));
        return new PendingResult.Done(payment);
    }

    /// <inheritdoc/>
    public async Task<PostingResult> ReceiveAsync(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        if (await accounts.LockAsync(receipt.AccountId) is null)
        {
            return PostingResult.Refuse(RefusalReason.UnknownAccount);
        }

        if (await store.FindPendingAsync(receipt.PendingPaymentId) is not { } payment || payment.AccountId != receipt.AccountId)
        {
            return PostingResult.Refuse(RefusalReason.UnknownPendingPayment);
        }

        if (payment.State is PendingState.Received)
        {
            var first = await accounts.FindAsync(payment.OperationId!);
            return new PostingResult.AlreadyPosted(first ?? throw new InvalidOperationException($"Operation {payment.OperationId} is missing: it received {payment.Id}."));
        }

        if (payment.State is PendingState.Cancelled)
        {
            return PostingResult.Refuse(RefusalReason.PendingPaymentCancelled);
        }

        var answer = await ledger.PostAsync(Credit(payment, receipt));
        if (answer is PostingResult.AlreadyPosted)
        {
            // Somebody posted under this payment's own key without receiving it: it is not ours.
            return PostingResult.Refuse(RefusalReason.KeyConflict);
        }

        if (answer is PostingResult.Posted { Operation: var operation })
        {
            var received = payment with { State = PendingState.Received, OperationId = operation.Id, SettledAt = operation.RecordedAt, SettledBy = receipt.RecordedBy };
            await SettleAsync(received);
        }

        return answer;
    }

    /// <inheritdoc/>
    public async Task<PendingResult> CancelAsync(Cancellation cancellation)
    {
        ArgumentNullException.ThrowIfNull(cancellation);
        if (await accounts.LockAsync(cancellation.AccountId) is null)
        {
            return PendingResult.Refuse(RefusalReason.UnknownAccount);
        }

        if (await store.FindPendingAsync(cancellation.PendingPaymentId) is not { } payment || payment.AccountId != cancellation.AccountId)
        {
            return PendingResult.Refuse(RefusalReason.UnknownPendingPayment);
        }

        if (payment.State is not PendingState.Announced)
        {
            return payment.State is PendingState.Cancelled ? new PendingResult.AlreadyDone(payment) : PendingResult.Refuse(RefusalReason.PendingPaymentReceived);
        }

        if (PostingRules.JudgeReason(cancellation.Reason) is { } refusal)
        {
            return new PendingResult.Refused(refusal);
        }

        var cancelled = payment with
        {
            State = PendingState.Cancelled,
            CancellationReason = OneLine.Of(cancellation.Reason),
            SettledAt = utcNow().ToTheMillisecond(),
            SettledBy = cancellation.CancelledBy,
        };
        await SettleAsync(cancelled);
        return new PendingResult.Done(cancelled);
    }

    private async Task SettleAsync(PendingPayment settled)
    {
        var account = await accounts.LockAsync(settled.AccountId) ?? throw new InvalidOperationException($"Account {settled.AccountId} went while it was locked.");
        await store.SettlePendingAsync(settled, account.NoLongerAwaiting(settled));
    }

    private static Posting Credit(PendingPayment payment, Receipt receipt)
    {
        var details = new Dictionary<string, string>(payment.Details, StringComparer.Ordinal);
        foreach (var (name, value) in receipt.Details.Where(detail => !string.IsNullOrWhiteSpace(detail.Value)))
        {
            details[name] = value;
        }

        return new Posting
        {
            AccountId = payment.AccountId,
            Kind = OperationKind.Payment,
            Amount = receipt.Amount ?? payment.Amount,
            Method = payment.Method,
            OrderId = payment.OrderId,
            DistributionId = payment.DistributionId,
            Details = details,
            Memo = payment.Memo,
            OccurredOn = receipt.OccurredOn,
            ClosedDayNote = receipt.ClosedDayNote,
            RecordedBy = receipt.RecordedBy,
            IdempotencyKey = payment.ReceiptKey,
        };
    }

    // The first answer counts, whatever the retry's clock, clerk or day.
    private static bool Asks(Announcement announcement, PendingPayment first) =>
        announcement.AccountId == first.AccountId
        && announcement.Amount == first.Amount
        && announcement.Method == first.Method
        && announcement.OrderId == first.OrderId
        && announcement.DistributionId == first.DistributionId
        && announcement.Memo == first.Memo
        && announcement.Details.SameAs(first.Details);
}

using Market.Ledger.Pending;
using Market.Ledger.Postings;

namespace Market.Ledger.Online;

/// <summary>
/// Makes the books say what is known of an online payment. What should stand there and what stands there are compared, so it does not
/// matter in which order facts came, how often, or whether the last attempt stopped half-way.
/// </summary>
/// <param name="ledger">Posts.</param>
/// <param name="pending">Keeps the payments that are on their way.</param>
/// <param name="dayOf">The market's day of an instant.</param>
/// <param name="words">What statements say.</param>
public sealed class OnlineBooks(ILedger ledger, IPendingPayments pending, Func<DateTimeOffset, DateOnly> dayOf, IOnlineWords words)
{
    /// <summary>The name under which a provider's money is recorded, and the detail that holds the provider's id.</summary>
    public const string ReferenceDetail = "provider-reference";

    /// <summary>Brings the books to what is known, in the unit of work that is under way.</summary>
    /// <returns>What stands there now, and the first refusal where not all of it could be done.</returns>
    public async Task<OnlineBooksAnswer> KeepAsync(OnlinePayment payment, OnlineFacts facts, OnlineBooked booked)
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(booked);
        var answer = new OnlineBooksAnswer(booked, null);
        var wanted = OnlineEntry.Of(payment, facts);
        foreach (var (key, entry) in booked.Entries.Where(entry => !entry.Value.IsReversed && wanted.All(want => want.Key != entry.Key)).ToList())
        {
            answer = answer.Then(await TakeBackAsync(payment, ChangedAt(facts, key), words.WhyReversed(key), key, entry, answer.Booked));
        }

        foreach (var entry in wanted.Where(want => booked.Entries.GetValueOrDefault(want.Key) is null or { IsReversed: true }))
        {
            answer = answer.Then(await PostAsync(payment, entry, answer.Booked));
        }

        return answer.Then(facts.Outcome switch
        {
            OnlineOutcome.Processing => await AnnounceAsync(payment, facts, answer.Booked),
            OnlineOutcome.Expired => await CancelAsync(payment, words.WhyCancelled(facts.Outcome), answer.Booked),
            OnlineOutcome.Failed => await FailAsync(payment, facts, answer.Booked),
            _ => new OnlineBooksAnswer(answer.Booked, null),
        });
    }

    /// <summary>
    /// Takes all of a payment out of the balances, whatever is known of it, in the unit of work that is under way: each operation that stands
    /// is reversed, each announced payment cancelled.
    /// </summary>
    /// <param name="payment">The payment.</param>
    /// <param name="booked">What stands in the books for it.</param>
    /// <param name="at">The time, whose day it is dated on.</param>
    /// <param name="reason">Why, for the statement.</param>
    public async Task<OnlineBooksAnswer> TakeOutAsync(OnlinePayment payment, OnlineBooked booked, DateTimeOffset at, string reason)
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(booked);
        var answer = new OnlineBooksAnswer(booked, null);
        foreach (var (key, entry) in booked.Entries.Where(entry => !entry.Value.IsReversed))
        {
            answer = answer.Then(await TakeBackAsync(payment, at, reason, key, entry, answer.Booked));
        }

        return answer.Then(await CancelAsync(payment, reason, answer.Booked));
    }

    private async Task<OnlineBooksAnswer> PostAsync(OnlinePayment payment, OnlineEntry entry, OnlineBooked booked)
    {
        var result = booked.Awaited.TryGetValue(entry.Key, out var pendingId) ? await ReceiveAsync(payment, entry, pendingId) : null;
        var round = (booked.Entries.GetValueOrDefault(entry.Key)?.Round ?? 0) + 1;
        result ??= await ledger.PostAsync(new Posting
        {
            AccountId = payment.AccountId,
            Kind = entry.Source switch
            {
                OnlineEntrySource.Payment => OperationKind.Payment,
                OnlineEntrySource.Surcharge => OperationKind.Fee,
                _ => OperationKind.Refund,
            },
            Amount = entry.Amount,
            Method = entry.Source is OnlineEntrySource.Surcharge ? null : payment.Method,
            OrderId = entry.OrderId,
            DistributionId = entry.DistributionId,
            Details = DetailsOf(entry),
            Memo = words.NoteOf(payment, entry),
            OccurredOn = dayOf(entry.At),
            ClosedDayNote = words.WhyMoved(dayOf(entry.At)),
            RecordedBy = payment.Method,
            IdempotencyKey = KeyOf(payment, entry.Key, round),
        });
        return result switch
        {
            PostingResult.Posted { Operation: var operation } => Stands(operation),
            PostingResult.AlreadyPosted { Operation: var operation } => Stands(operation),
            PostingResult.Refused { Refusal: var refusal } => new OnlineBooksAnswer(booked, refusal),
            _ => throw new InvalidOperationException($"A posting was answered by {result}."),
        };

        OnlineBooksAnswer Stands(Operation operation) =>
            new(booked.WithoutAwaited(entry.Key).WithEntry(entry.Key, new OnlineBookedEntry(operation.Id, round, IsReversed: false)), null);
    }

    // A person may have given up what comes after all: then it is a payment of its own.
    private async Task<PostingResult?> ReceiveAsync(OnlinePayment payment, OnlineEntry entry, string pendingId)
    {
        var result = await pending.ReceiveAsync(new Receipt
        {
            AccountId = payment.AccountId,
            PendingPaymentId = pendingId,
            Details = DetailsOf(entry),
            OccurredOn = dayOf(entry.At),
            ClosedDayNote = words.WhyMoved(dayOf(entry.At)),
            RecordedBy = payment.Method,
        });
        return result is PostingResult.Refused { Refusal.Reason: RefusalReason.PendingPaymentCancelled } ? null : result;
    }

    private async Task<OnlineBooksAnswer> TakeBackAsync(OnlinePayment payment, DateTimeOffset at, string reason, string key, OnlineBookedEntry entry, OnlineBooked booked)
    {
        var result = await ledger.ReverseAsync(new ReversalRequest
        {
            AccountId = payment.AccountId,
            OperationId = entry.OperationId,
            Reason = reason,
            OccurredOn = dayOf(at),
            ClosedDayNote = words.WhyMoved(dayOf(at)),
            RecordedBy = payment.Method,
            IdempotencyKey = KeyOf(payment, key, entry.Round) + ":reversed",
        });

        // What a person reversed already is as it should be.
        return result is PostingResult.Refused { Refusal: { Reason: not RefusalReason.AlreadyReversed } refusal }
            ? new OnlineBooksAnswer(booked, refusal)
            : new OnlineBooksAnswer(booked.WithEntry(key, entry with { IsReversed = true }), null);
    }

    private async Task<OnlineBooksAnswer> AnnounceAsync(OnlinePayment payment, OnlineFacts facts, OnlineBooked booked)
    {
        var answer = new OnlineBooksAnswer(booked, null);
        foreach (var (share, place) in payment.Shares.Select((share, place) => (share, place)))
        {
            var key = OnlineEntry.ShareKey(place);
            if (booked.Awaited.ContainsKey(key))
            {
                continue;
            }

            var result = await pending.AnnounceAsync(new Announcement
            {
                AccountId = payment.AccountId,
                Amount = share.Amount,
                Method = payment.Method,
                OrderId = share.OrderId,
                DistributionId = share.DistributionId,
                Memo = words.NoteOf(payment),
                AnnouncedOn = dayOf(facts.At!.Value),
                AnnouncedBy = payment.Method,
                IdempotencyKey = KeyOf(payment, key, 1) + ":awaited",
            });
            answer = answer.Then(result switch
            {
                PendingResult.Done { Payment: var announced } => new OnlineBooksAnswer(answer.Booked.WithAwaited(key, announced.Id), null),
                PendingResult.AlreadyDone { Payment: var announced } => new OnlineBooksAnswer(answer.Booked.WithAwaited(key, announced.Id), null),
                PendingResult.Refused { Refusal: var refusal } => new OnlineBooksAnswer(answer.Booked, refusal),
                _ => throw new InvalidOperationException($"An announcement was answered by {result}."),
            });
        }

        return answer;
    }

    // One that fails before it was heard to be on its way is announced all the same, or nobody would be told that it failed. Where the
    // ledger does not let it be announced, nobody waits for it.
    private async Task<OnlineBooksAnswer> FailAsync(OnlinePayment payment, OnlineFacts facts, OnlineBooked booked) =>
        await CancelAsync(payment, words.WhyCancelled(facts.Outcome), (await AnnounceAsync(payment, facts, booked)).Booked);

    private async Task<OnlineBooksAnswer> CancelAsync(OnlinePayment payment, string reason, OnlineBooked booked)
    {
        var answer = new OnlineBooksAnswer(booked, null);
        foreach (var (key, pendingId) in booked.Awaited)
        {
            var result = await pending.CancelAsync(new Cancellation
            {
                AccountId = payment.AccountId,
                PendingPaymentId = pendingId,
                Reason = reason,
                CancelledBy = payment.Method,
            });
            answer = answer.Then(result is PendingResult.Refused { Refusal: var refusal }
                ? new OnlineBooksAnswer(answer.Booked, refusal)
                : new OnlineBooksAnswer(answer.Booked.WithoutAwaited(key), null));
        }

        return answer;
    }

    private static DateTimeOffset ChangedAt(OnlineFacts facts, string key) =>
        facts.Refunds.TryGetValue(key, out var refund) ? refund.At
        : facts.Disputes.TryGetValue(key, out var dispute) ? dispute.At
        : facts.Refunds.Values.Select(back => back.At).Concat(facts.Disputes.Values.Select(back => back.At)).Max();

    private static Dictionary<string, string> DetailsOf(OnlineEntry entry) =>
        entry.Reference is { } reference ? new(StringComparer.Ordinal) { [ReferenceDetail] = reference } : [];

    private static string KeyOf(OnlinePayment payment, string entryKey, int round) =>
        round == 1 ? $"{payment.Method}:{payment.Id}:{entryKey}" : FormattableString.Invariant($"{payment.Method}:{payment.Id}:{entryKey}:{round}");
}

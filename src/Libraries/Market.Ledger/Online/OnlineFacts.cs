using Market.Ledger.Amounts;

namespace Market.Ledger.Online;

/// <summary>
/// All that is known of an online payment. Facts are added in any order and any number of times, with the same result: of two that
/// speak of the same thing the further one counts, not the one that came last.
/// </summary>
public sealed record OnlineFacts
{
    /// <summary>How far it came.</summary>
    public OnlineOutcome Outcome { get; init; }

    /// <summary>When it came that far, as the provider says; none while it is open.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The provider's id of the payment, once known.</summary>
    public string? Reference { get; init; }

    /// <summary>What was given back, by the provider's id.</summary>
    public IReadOnlyDictionary<string, OnlineRefund> Refunds { get; init; } = new Dictionary<string, OnlineRefund>();

    /// <summary>What is disputed, by the provider's id.</summary>
    public IReadOnlyDictionary<string, OnlineDispute> Disputes { get; init; } = new Dictionary<string, OnlineDispute>();

    /// <summary>Tells a fact that does not fit the payment: it is for a person, and is not added.</summary>
    public OnlineMismatch? Judge(OnlinePayment payment, OnlineFact fact)
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(fact);
        var amount = fact switch
        {
            OnlineFact.Progress progress => progress.Amount,
            OnlineFact.Refunded { Refund: var refund } => refund.Amount,
            OnlineFact.Disputed { Dispute: var dispute } => dispute.Amount,
            _ => null,
        };
        return fact.IsLive != payment.IsLive ? OnlineMismatch.Mode
            : fact.AccountId is { } account && account != payment.AccountId ? OnlineMismatch.Account
            : amount is { } given && given.Currency != payment.Total.Currency ? OnlineMismatch.Currency
            : amount is { } sum && !Fits(fact, sum, payment.Total) ? OnlineMismatch.Amount
            : fact.Reference is { } reference && Reference is { } known && reference != known ? OnlineMismatch.Reference
            : null;
    }

    /// <summary>What is known once this is known too.</summary>
    public OnlineFacts With(OnlineFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var facts = this with { Reference = Reference ?? fact.Reference };
        return fact switch
        {
            OnlineFact.Progress progress => facts.Came(progress),
            OnlineFact.Refunded { Refund: var refund } => facts with { Refunds = Put(Refunds, refund.Id, refund, Further) },
            OnlineFact.Disputed { Dispute: var dispute } => facts with { Disputes = Put(Disputes, dispute.Id, dispute, Newer) },
            _ => facts,
        };
    }

    /// <summary>Whether this says the same.</summary>
    public bool SaysTheSameAs(OnlineFacts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Outcome == other.Outcome && At == other.At && Reference == other.Reference && Same(Refunds, other.Refunds) && Same(Disputes, other.Disputes);
    }

    /// <summary>What the member could still be given back: what was paid, less what was given back, is about to be, is withheld or was lost.</summary>
    public Money Refundable(OnlinePayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return Outcome is OnlineOutcome.Paid
            ? payment.Total
                - Sum(Refunds.Values.Where(refund => refund.State is not OnlineRefundState.Failed).Select(refund => refund.Amount), payment.Total.Currency)
                - Sum(Disputes.Values.Where(dispute => dispute.Withholds).Select(dispute => dispute.Amount), payment.Total.Currency)
            : Money.Zero(payment.Total.Currency);
    }

    internal static Money Sum(IEnumerable<Money> amounts, Currency currency) => amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);

    private static bool Fits(OnlineFact fact, Money amount, Money total) =>
        fact is OnlineFact.Progress ? amount == total : amount.IsPositive && amount <= total;

    // Of two reports of one outcome the earlier one counts: the day is that of the money.
    private OnlineFacts Came(OnlineFact.Progress progress) =>
        progress.Outcome is OnlineOutcome.Open || progress.Outcome < Outcome ? this
        : progress.Outcome > Outcome || progress.At < At ? this with { Outcome = progress.Outcome, At = progress.At }
        : this;

    private static OnlineRefund Further(OnlineRefund one, OnlineRefund other)
    {
        var further = other.State > one.State || (other.State == one.State && other.At < one.At) ? other : one;
        return further with { Reason = one.Reason ?? other.Reason, RequestKey = one.RequestKey ?? other.RequestKey };
    }

    // Of two reports of one second the one that leaves less to give back counts.
    private static OnlineDispute Newer(OnlineDispute one, OnlineDispute other) =>
        other.At != one.At ? (other.At > one.At ? other : one)
        : other.State != one.State ? (other.State > one.State ? other : one)
        : one.IsRefundable ? other : one;

    private static Dictionary<string, T> Put<T>(IReadOnlyDictionary<string, T> known, string id, T item, Func<T, T, T> choose) =>
        new(known, StringComparer.Ordinal) { [id] = known.TryGetValue(id, out var first) ? choose(first, item) : item };

    private static bool Same<T>(IReadOnlyDictionary<string, T> one, IReadOnlyDictionary<string, T> other) =>
        one.Count == other.Count && one.All(item => other.TryGetValue(item.Key, out var twin) && Equals(item.Value, twin));
}

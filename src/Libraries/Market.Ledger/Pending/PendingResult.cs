using Market.Ledger.Postings;

namespace Market.Ledger.Pending;

/// <summary>The answer about a pending payment. It is one of the nested kinds, and no other.</summary>
public abstract record PendingResult
{
    private PendingResult()
    {
    }

    /// <summary>Whether the payment stands as was asked for, now or already.</summary>
    public bool IsSettled => this is not Refused;

    /// <summary>It was done, in the unit of work that is under way.</summary>
    /// <param name="Payment">The payment as it stands now.</param>
    public sealed record Done(PendingPayment Payment) : PendingResult;

    /// <summary>The same was done before; nothing was done now.</summary>
    /// <param name="Payment">The payment as it stands.</param>
    public sealed record AlreadyDone(PendingPayment Payment) : PendingResult;

    /// <summary>Nothing was done.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(Refusal Refusal) : PendingResult;

    internal static PendingResult Refuse(RefusalReason reason) => new Refused(new Refusal(reason));
}

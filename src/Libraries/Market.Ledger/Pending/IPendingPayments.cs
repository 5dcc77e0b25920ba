using Market.Ledger.Postings;

namespace Market.Ledger.Pending;

/// <summary>
/// Payments that are promised. Every call works in the unit of work that is under way, under the account's lock, like <see cref="ILedger"/>.
/// </summary>
public interface IPendingPayments
{
    /// <summary>Announces a payment, once for its key.</summary>
    Task<PendingResult> AnnounceAsync(Announcement announcement);

    /// <summary>
    /// Posts the credit of an announced payment, once, and settles the payment in the same unit of work. Amount and day are those of the money.
    /// </summary>
    /// <returns>The ledger's answer; for a payment that was received before, the operation that credited it, whatever is asked now.</returns>
    Task<PostingResult> ReceiveAsync(Receipt receipt);

    /// <summary>Gives up an announced payment. It posts nothing, and works on a closed account too. The first reason counts.</summary>
    Task<PendingResult> CancelAsync(Cancellation cancellation);
}

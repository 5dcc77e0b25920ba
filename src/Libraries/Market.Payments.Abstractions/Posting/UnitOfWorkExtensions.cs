using Market.Ledger;
using Market.Ledger.Pending;
using Market.Ledger.Postings;

namespace Market.Payments;

/// <summary>The units of work that are one call to the ledger.</summary>
public static class UnitOfWorkExtensions
{
    /// <summary>Posts one operation and commits it before answering.</summary>
    public static Task<PostingResult> PostAsync(this IUnitOfWork work, Posting posting) =>
        RunAsync<ILedger, PostingResult>(work, ledger => ledger.PostAsync(posting), result => result is PostingResult.Posted);

    /// <summary>Reverses one operation and commits that before answering.</summary>
    public static Task<PostingResult> ReverseAsync(this IUnitOfWork work, ReversalRequest request) =>
        RunAsync<ILedger, PostingResult>(work, ledger => ledger.ReverseAsync(request), result => result is PostingResult.Posted);

    /// <summary>Announces one payment and commits that before answering.</summary>
    public static Task<PendingResult> AnnounceAsync(this IUnitOfWork work, Announcement announcement) =>
        RunAsync<IPendingPayments, PendingResult>(work, payments => payments.AnnounceAsync(announcement), result => result is PendingResult.Done);

    /// <summary>Receives one announced payment and commits that before answering.</summary>
    public static Task<PostingResult> ReceiveAsync(this IUnitOfWork work, Receipt receipt) =>
        RunAsync<IPendingPayments, PostingResult>(work, payments => payments.ReceiveAsync(receipt), result => result is PostingResult.Posted);

    /// <summary>Cancels one announced payment and commits that before answering.</summary>
    public static Task<PendingResult> CancelAsync(this IUnitOfWork work, Cancellation cancellation) =>
        RunAsync<IPendingPayments, PendingResult>(work, payments => payments.CancelAsync(cancellation), result => result is PendingResult.Done);

    private static Task<TResult> RunAsync<TService, TResult>(IUnitOfWork work, Func<TService, Task<TResult>> ask, Func<TResult, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.RunTogetherAsync(
            services => ask((TService)(services.GetService(typeof(TService)) ?? throw new InvalidOperationException($"No {typeof(TService).Name} is registered."))),
            keep);
    }
}

namespace Market.Ledger;

/// <summary>The units of work that are one call to the ledger.</summary>
public static class UnitOfWorkExtensions
{
    /// <summary>Posts one operation and commits it before answering.</summary>
    public static Task<PostingResult> PostAsync(this IUnitOfWork work, Posting posting) => RunAsync(work, ledger => ledger.PostAsync(posting));

    /// <summary>Reverses one operation and commits that before answering.</summary>
    public static Task<PostingResult> ReverseAsync(this IUnitOfWork work, ReversalRequest request) => RunAsync(work, ledger => ledger.ReverseAsync(request));

    private static Task<PostingResult> RunAsync(IUnitOfWork work, Func<ILedger, Task<PostingResult>> post)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.RunAsync(
            services => post((ILedger)(services.GetService(typeof(ILedger)) ?? throw new InvalidOperationException("No ledger is registered."))),
            result => result is PostingResult.Posted);
    }
}

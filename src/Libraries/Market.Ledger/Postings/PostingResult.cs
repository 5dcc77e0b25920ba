namespace Market.Ledger.Postings;

/// <summary>The ledger's answer. It is one of the nested kinds, and no other.</summary>
public abstract record PostingResult
{
    private PostingResult()
    {
    }

    /// <summary>Whether what was asked for is in the books: now, or already, or because nothing was left to do.</summary>
    public bool IsSettled => this is not Refused;

    /// <summary>The operation was posted, in the unit of work that is under way.</summary>
    /// <param name="Operation">The new operation.</param>
    public sealed record Posted(Operation Operation) : PostingResult;

    /// <summary>The same was posted before under this key; nothing was posted now.</summary>
    /// <param name="Operation">The first operation.</param>
    public sealed record AlreadyPosted(Operation Operation) : PostingResult;

    /// <summary>The order's debit is what it should be; there was nothing to post.</summary>
    public sealed record Unchanged : PostingResult;

    /// <summary>Nothing was posted.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(Refusal Refusal) : PostingResult;

    internal static PostingResult Refuse(RefusalReason reason) => new Refused(new Refusal(reason));
}

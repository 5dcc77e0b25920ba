using Market.Ledger.Postings;

namespace Market.Ledger;

/// <summary>
/// Posts to client accounts. Every call works in the unit of work that is under way, which is its host's: what it posts
/// is there, with the balance, if that commits, and nothing of it is if not. It answers; it throws only when the store fails,
/// which the unit of work turns into a new try.
/// </summary>
public interface ILedger
{
    /// <summary>Posts an operation, once for its key.</summary>
    Task<PostingResult> PostAsync(Posting posting);

    /// <summary>Brings an order's debit to its total by posting the difference, once for its key.</summary>
    Task<PostingResult> SetOrderDebitAsync(OrderDebit debit);

    /// <summary>Posts the exact opposite of an operation. Of two reversals of one operation, one is refused. Of a gift of credit both sides are reversed, or neither.</summary>
    Task<PostingResult> ReverseAsync(ReversalRequest request);
}

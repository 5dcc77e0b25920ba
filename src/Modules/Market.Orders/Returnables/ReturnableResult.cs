using Market.Ledger;

namespace Market.Orders.Returnables;

/// <summary>What became of a request about packaging on deposit. It is one of the nested kinds, and no other.</summary>
public abstract record ReturnableResult
{
    private ReturnableResult()
    {
    }

    /// <summary>It is posted: now, or already.</summary>
    /// <param name="Operation">The operation.</param>
    public sealed record Done(Operation Operation) : ReturnableResult;

    /// <summary>Nothing was posted.</summary>
    /// <param name="Sentence">Why, in the language of the request.</param>
    /// <param name="MayInsist">Whether it is posted where somebody says that it is meant.</param>
    public sealed record Refused(string Sentence, bool MayInsist = false) : ReturnableResult;
}

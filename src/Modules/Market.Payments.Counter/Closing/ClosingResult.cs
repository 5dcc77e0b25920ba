using Market.Payments.Counter.Models;

namespace Market.Payments.Counter.Closing;

/// <summary>What became of a request to close a distribution or to open it again. It is one of the nested kinds, and no other.</summary>
public abstract record ClosingResult
{
    private ClosingResult()
    {
    }

    /// <summary>It is as it was asked for: now, or by the same form already.</summary>
    public sealed record Done(ClosedDistribution Closed) : ClosingResult;

    /// <summary>Nothing was changed, and why.</summary>
    public sealed record Refused(string Sentence) : ClosingResult;
}

namespace Market.Payments.Banking.Cheques;

/// <summary>What became of telling the coordinators of an unpaid cheque.</summary>
public abstract record BounceMailResult
{
    private BounceMailResult()
    {
    }

    /// <summary>They were written to.</summary>
    /// <param name="Count">How many.</param>
    public sealed record Sent(int Count) : BounceMailResult;

    /// <summary>There was nothing to tell: no such unpaid cheque, or they were told before.</summary>
    public sealed record Skipped : BounceMailResult;

    /// <summary>Not all of them could be written to.</summary>
    /// <param name="Fault">Why, in a sentence.</param>
    public sealed record Failed(string Fault) : BounceMailResult;
}

namespace Market.Payments.MovingIn.Runs;

/// <summary>What became of taking a moving-in back. It is one of the nested kinds.</summary>
public abstract record ReversalAnswer
{
    private ReversalAnswer()
    {
    }

    /// <summary>All its balances are reversed.</summary>
    public sealed record Reversed(int Balances) : ReversalAnswer;

    /// <summary>They were reversed before.</summary>
    public sealed record Before : ReversalAnswer;

    public sealed record Unknown : ReversalAnswer;

    /// <summary>Something was posted after it on these accounts; nothing is reversed.</summary>
    public sealed record Used(IReadOnlyList<string> Accounts) : ReversalAnswer;

    /// <summary>The ledger would not have it; nothing is reversed.</summary>
    public sealed record Refused(string Sentence) : ReversalAnswer;
}

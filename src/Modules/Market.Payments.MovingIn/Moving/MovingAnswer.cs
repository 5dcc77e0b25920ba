namespace Market.Payments.MovingIn.Moving;

/// <summary>What became of a moving-in. It is one of the nested kinds.</summary>
public abstract record MovingAnswer
{
    private MovingAnswer()
    {
    }

    /// <summary>All of it is written.</summary>
    public sealed record Moved(int People) : MovingAnswer;

    /// <summary>It was moved in before, by this very preview.</summary>
    public sealed record Before : MovingAnswer;

    /// <summary>The file is gone, or somebody else's.</summary>
    public sealed record Gone : MovingAnswer;

    /// <summary>Something is wrong, or is other than was shown: the preview says it.</summary>
    public sealed record Changed : MovingAnswer;

    /// <summary>There is nothing to do: everybody is there.</summary>
    public sealed record Nothing : MovingAnswer;

    /// <summary>The site or the ledger would not have it; nothing is written.</summary>
    public sealed record Refused(int Line, string Sentence) : MovingAnswer;
}

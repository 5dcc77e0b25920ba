namespace Market.Payments.Banking.Inbox;

/// <summary>What became of what somebody made of lines. It is one of the nested kinds, and no other.</summary>
public abstract record DeskAnswer
{
    private DeskAnswer()
    {
    }

    /// <summary>It is done and committed.</summary>
    /// <param name="Count">How many lines.</param>
    public sealed record Done(int Count) : DeskAnswer;

    /// <summary>It was done before; nothing was done now.</summary>
    public sealed record AlreadyDone : DeskAnswer;

    /// <summary>Nothing was done.</summary>
    /// <param name="Sentence">Why, for the person who asked.</param>
    public sealed record Refused(string Sentence) : DeskAnswer;
}

namespace Market.Payments.Banking.Statements;

/// <summary>What became of a file. It is one of the nested kinds, and no other.</summary>
public abstract record ImportAnswer
{
    private ImportAnswer()
    {
    }

    /// <summary>It is read, and nothing is posted.</summary>
    /// <param name="ImportId">Its import.</param>
    public sealed record Done(string ImportId) : ImportAnswer;

    /// <summary>It was read before; nothing was done now.</summary>
    /// <param name="ImportId">Its import.</param>
    public sealed record AlreadyDone(string ImportId) : ImportAnswer;

    /// <summary>It is of an account that no file was of before: somebody says first that it is the market's.</summary>
    /// <param name="Accounts">The accounts as the file names them.</param>
    public sealed record UnknownAccount(IReadOnlyList<string> Accounts) : ImportAnswer;

    /// <summary>Nothing is read.</summary>
    /// <param name="Sentence">Why, for the person who asked.</param>
    public sealed record Refused(string Sentence) : ImportAnswer;
}

namespace Market.Bank.Identity;

/// <summary>What a line of a file is to what is known. It is one of the nested kinds, and no other.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>A movement that was not known.</summary>
    public sealed record New : Verdict;

    /// <summary>A movement that is known: it is not taken again.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="By">How it is told.</param>
    public sealed record Known(string Id, Likeness By) : Verdict;

    /// <summary>It may be one that another kind of file showed on this day with this amount, and nothing tells whether it is: a person decides.</summary>
    /// <param name="Ids">Which it may be.</param>
    public sealed record Doubtful(IReadOnlyList<string> Ids) : Verdict;
}

/// <summary>How two lines are told to be one movement.</summary>
public enum Likeness
{
    /// <summary>The bank gave both the same id.</summary>
    BankId,

    /// <summary>The payer's bank sent both under one id, which comes through from one end to the other.</summary>
    EndToEndId,

    /// <summary>Same day, same amount, same text, in a file of the same form.</summary>
    SameText,

    /// <summary>Same amount and day in another form, and the same reference.</summary>
    Reference,

    /// <summary>Same amount and day in another form, and the words of one are those of the other.</summary>
    Words,
}

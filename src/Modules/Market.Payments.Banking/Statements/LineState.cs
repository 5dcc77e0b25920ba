namespace Market.Payments.Banking.Statements;

/// <summary>What became of a line.</summary>
public enum LineState
{
    /// <summary>Nothing yet: it waits in the inbox.</summary>
    Waiting,

    /// <summary>Accounts are credited by it.</summary>
    Posted,

    /// <summary>It is a slip of cheques or a payout that the books hold.</summary>
    Matched,

    /// <summary>It takes another line back.</summary>
    TookBack,

    /// <summary>It was posted, and came back.</summary>
    CameBack,

    /// <summary>Somebody said, with a reason, that it is no client's.</summary>
    Ignored,

    /// <summary>Another file showed it before.</summary>
    Known,

    /// <summary>It may be one that another kind of file showed: somebody says whether it is.</summary>
    Doubtful,
}

namespace Market.Ledger.Distributions;

/// <summary>What is not done yet when a distribution is to be closed. It may be closed all the same, with a reason.</summary>
public enum OpenMatter
{
    /// <summary>Members may still order.</summary>
    StillOrdering,

    /// <summary>The books do not have the debit of an order.</summary>
    DebitMissing,

    /// <summary>Orders are not paid, or not in full.</summary>
    Unpaid,

    /// <summary>Payments are announced and have not arrived.</summary>
    Announced,

    /// <summary>Orders were not handed over.</summary>
    NotCollected,

    /// <summary>Entries of the counter were refused: what was taken by hand for them may be in no book.</summary>
    EntriesRefused,
}

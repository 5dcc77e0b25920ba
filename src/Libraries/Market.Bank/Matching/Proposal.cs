using Market.Ledger.Amounts;

namespace Market.Bank.Matching;

/// <summary>What a line is taken for, and why.</summary>
/// <param name="Certainty">How sure that is.</param>
/// <param name="Reason">Why.</param>
public sealed record Proposal(Certainty Certainty, MatchReason Reason)
{
    /// <summary>What it pays: one account, or several that come to the line's amount. None where nothing is proposed.</summary>
    public IReadOnlyList<Share> Shares { get; init; } = [];

    /// <summary>The accounts that a person may look at first, where nothing is proposed.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>The slip or payout that it is.</summary>
    public MatchArrival? Arrival { get; init; }

    /// <summary>The operation that credits it already: the line is noted as that, and nothing is posted.</summary>
    public MatchRecorded? Recorded { get; init; }

    /// <summary>The posted line that it takes back.</summary>
    public string? Returns { get; init; }
}

/// <summary>What of a line an account is credited with.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Amount">How much. Positive.</param>
/// <param name="Announced">The announced transfer that arrives by it; none where it was not announced.</param>
public sealed record Share(string AccountId, Money Amount, string? Announced = null);

/// <summary>How sure a proposal is.</summary>
public enum Certainty
{
    /// <summary>Nothing is proposed: a person finds out.</summary>
    None,

    /// <summary>Likely: shown to be confirmed, and not ticked.</summary>
    Likely,

    /// <summary>Certain: ticked.</summary>
    Certain,
}

/// <summary>Why a line is taken for what it is.</summary>
public enum MatchReason
{
    /// <summary>Nothing is known of it.</summary>
    Nothing,

    /// <summary>It bears the account's reference, whole.</summary>
    Reference,

    /// <summary>Somebody recorded it by hand before the bank showed it.</summary>
    Recorded,

    /// <summary>It bears the references of several accounts, and what they owe or announced comes to its amount.</summary>
    SeveralReferences,

    /// <summary>Somebody of that name announced this amount.</summary>
    AnnouncedAndName,

    /// <summary>One account alone announced this amount.</summary>
    Announced,

    /// <summary>It comes from a bank account that paid for this client before.</summary>
    KnownPayer,

    /// <summary>It bears the account's number.</summary>
    Number,

    /// <summary>Somebody of that name owes exactly this amount.</summary>
    AmountAndName,

    /// <summary>It bears the name of one client, who owes another amount: a hint.</summary>
    Name,

    /// <summary>It bears a reference with a slip of the pen: a hint.</summary>
    NearReference,

    /// <summary>Several clients come into question.</summary>
    Ambiguous,

    /// <summary>The account that it names takes no operations any more.</summary>
    ClosedAccount,

    /// <summary>It stands for several movements, whose details are not in the file.</summary>
    Batch,

    /// <summary>A slip of cheques that was brought to the bank.</summary>
    Slip,

    /// <summary>A card provider's payout.</summary>
    Payout,

    /// <summary>It takes a payment back that had arrived.</summary>
    Return,

    /// <summary>A cheque came back unpaid: that is noted on the cheque.</summary>
    UnpaidCheque,

    /// <summary>What the bank charges.</summary>
    BankFee,

    /// <summary>Money that left the bank for something else.</summary>
    MoneyOut,
}

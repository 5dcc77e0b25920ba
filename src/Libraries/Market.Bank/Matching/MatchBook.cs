using Market.Ledger.Amounts;

namespace Market.Bank.Matching;

/// <summary>All that lines of a bank statement are matched with, as it stands when they are.</summary>
public sealed record MatchBook
{
    /// <summary>The client accounts, also those that are closed.</summary>
    public IReadOnlyList<MatchAccount> Accounts { get; init; } = [];

    /// <summary>The transfers that are announced, the oldest first.</summary>
    public IReadOnlyList<MatchAnnounced> Announced { get; init; } = [];

    /// <summary>What the market brought to the bank or a provider sent there, and no line shows yet.</summary>
    public IReadOnlyList<MatchArrival> Arrivals { get; init; } = [];

    /// <summary>The transfers that people recorded by hand and no line shows yet.</summary>
    public IReadOnlyList<MatchRecorded> Recorded { get; init; } = [];

    /// <summary>The lines that were posted, of which one may come back.</summary>
    public IReadOnlyList<MatchPosted> Posted { get; init; } = [];

    /// <summary>Which accounts were paid from a bank account before, by its keyed hash.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Payers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>A client account.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number for people.</param>
/// <param name="Name">The client's name; of a closed account it may be gone.</param>
/// <param name="Reference">What the client is to write on transfers.</param>
/// <param name="Balance">What stands in it. Negative is owed.</param>
/// <param name="IsOpen">Whether it takes operations.</param>
public sealed record MatchAccount(string Id, string Number, string Name, string Reference, Money Balance, bool IsOpen);

/// <summary>A transfer that a client announced.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AccountId">The client account.</param>
/// <param name="Amount">What was announced. Positive.</param>
public sealed record MatchAnnounced(string Id, string AccountId, Money Amount);

/// <summary>A transfer that somebody recorded by hand.</summary>
/// <param name="OperationId">The operation that credits it.</param>
/// <param name="AccountId">The client account.</param>
/// <param name="Amount">What was credited. Positive.</param>
/// <param name="On">The market's day that it was recorded for.</param>
public sealed record MatchRecorded(string OperationId, string AccountId, Money Amount, DateOnly On);

/// <summary>Money that is to arrive at the bank and is nobody's payment by itself: a deposit slip of cheques, a card provider's payout.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">By what the bank's text may name it: a slip's number, the provider's name.</param>
/// <param name="Amount">What arrives; negative where it leaves the bank.</param>
/// <param name="On">The day it was brought, or was to arrive.</param>
public sealed record MatchArrival(string Id, ArrivalKind Kind, string Name, Money Amount, DateOnly On);

/// <summary>What arrives at the bank besides transfers.</summary>
public enum ArrivalKind
{
    /// <summary>A slip of cheques.</summary>
    Slip,

    /// <summary>A card provider's payout.</summary>
    Payout,
}

/// <summary>A line that was posted.</summary>
/// <param name="Id">The line.</param>
/// <param name="Line">What the bank said; the account at the other end by its keyed hash.</param>
public sealed record MatchPosted(string Id, Statements.BankLine Line);

using Market.Payments.Models;

namespace Market.Payments.Fees;

/// <summary>What came of what somebody did with a run.</summary>
public enum FeeOutcome
{
    /// <summary>It is done; the run says whether it is posted or proposed.</summary>
    Done,

    /// <summary>It had been done already, by the same form.</summary>
    AlreadyDone,

    /// <summary>What was looked at is no longer so: nothing is done.</summary>
    Changed,

    /// <summary>There is nothing to post.</summary>
    Nothing,

    /// <summary>Who proposed it may not decide on it.</summary>
    SamePerson,

    /// <summary>Only who proposed it may take it back.</summary>
    OtherPerson,

    /// <summary>It is not in the state for it: somebody was faster.</summary>
    NotNow,

    /// <summary>The ledger refused an operation: nothing is done.</summary>
    Refused,
}

/// <summary>What came of it.</summary>
/// <param name="Outcome">What.</param>
/// <param name="Run">The run, where there is one.</param>
public sealed record FeeAnswer(FeeOutcome Outcome, FeeRun? Run = null)
{
    /// <summary>The ledger's sentences, by account id.</summary>
    public IReadOnlyDictionary<string, string> WhyNot { get; init; } = new Dictionary<string, string>();

    public static FeeAnswer Of(FeeOutcome outcome) => new(outcome);
}

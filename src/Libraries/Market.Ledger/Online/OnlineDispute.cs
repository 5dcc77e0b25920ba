using Market.Ledger.Amounts;

namespace Market.Ledger.Online;

/// <summary>Where a dispute stands.</summary>
public enum OnlineDisputeState
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>The market keeps the money.</summary>
    Won,

    /// <summary>The cardholder has the money back.</summary>
    Lost,
}

/// <summary>A cardholder's dispute of an online payment.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="Amount">How much is disputed. Positive.</param>
/// <param name="State">Where it stands.</param>
/// <param name="At">When it stood there: what is newer counts, for a lost dispute may be won later.</param>
/// <param name="IsRefundable">Whether the money is still the market's to give back, which settles it: the cardholder only inquires.</param>
public sealed record OnlineDispute(string Id, Money Amount, OnlineDisputeState State, DateTimeOffset At, bool IsRefundable = false)
{
    /// <summary>Whether its money cannot be given back: it is lost, or withheld until somebody decides.</summary>
    public bool Withholds => State is OnlineDisputeState.Lost || (State is OnlineDisputeState.Open && !IsRefundable);
}

namespace Market.Ledger.Payouts;

/// <summary>Why a payout moves money in the market's books.</summary>
public enum PayoutMovement
{
    /// <summary>It arrived at the market's bank.</summary>
    Arrived,

    /// <summary>It failed after it had arrived: the bank sent it back, and the provider holds it again.</summary>
    Returned,

    /// <summary>What the provider keeps of it became known, or became another, once it was booked.</summary>
    Fees,
}

using Market.Ledger.Amounts;

namespace Market.Ledger.Online;

/// <summary>Something a provider says about an online payment. It is one of the nested kinds, and no other.</summary>
public abstract record OnlineFact
{
    private OnlineFact()
    {
    }

    /// <summary>Whether it is about real money.</summary>
    public required bool IsLive { get; init; }

    /// <summary>The client account that the provider was told of, where it says.</summary>
    public string? AccountId { get; init; }

    /// <summary>The provider's id of the payment, where it says.</summary>
    public string? Reference { get; init; }

    /// <summary>How far the payment came.</summary>
    /// <param name="Outcome">How far.</param>
    /// <param name="Amount">What the provider collects, where it says.</param>
    /// <param name="At">When.</param>
    public sealed record Progress(OnlineOutcome Outcome, Money? Amount, DateTimeOffset At) : OnlineFact;

    /// <summary>Money was given back, or is to be.</summary>
    /// <param name="Refund">The refund as it stands.</param>
    public sealed record Refunded(OnlineRefund Refund) : OnlineFact;

    /// <summary>The payment is disputed.</summary>
    /// <param name="Dispute">The dispute as it stands.</param>
    public sealed record Disputed(OnlineDispute Dispute) : OnlineFact;
}

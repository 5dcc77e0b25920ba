using Market.Ledger.Amounts;

namespace Market.Ledger.Online;

/// <summary>Where money given back stands. The further one counts, whatever is heard first: even a refund that succeeded may fail later.</summary>
public enum OnlineRefundState
{
    /// <summary>The provider has it in hand.</summary>
    Pending,

    /// <summary>The money is on its way to the member.</summary>
    Succeeded,

    /// <summary>It failed or was called off: the money is the market's again.</summary>
    Failed,
}

/// <summary>Money given back of an online payment.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="Amount">How much. Positive.</param>
/// <param name="State">Where it stands.</param>
/// <param name="At">When it came to stand there.</param>
/// <param name="Reason">Why, as whoever gave it back said.</param>
/// <param name="RequestKey">The key under which the market asked for it, where it did.</param>
public sealed record OnlineRefund(string Id, Money Amount, OnlineRefundState State, DateTimeOffset At, string? Reason = null, string? RequestKey = null);

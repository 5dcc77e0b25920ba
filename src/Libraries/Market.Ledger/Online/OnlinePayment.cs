using Market.Ledger.Amounts;

namespace Market.Ledger.Online;

/// <summary>A payment that the market asks a provider to collect, as the server fixed it before the provider knew of it.</summary>
public sealed record OnlinePayment
{
    /// <summary>Its own id, unique in the market.</summary>
    public required string Id { get; init; }

    /// <summary>The client account it credits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The technical name of the payment method.</summary>
    public required string Method { get; init; }

    /// <summary>What it pays, in parts that name an order each, or one part that names none. Each positive, all of one currency.</summary>
    public required IReadOnlyList<OnlineShare> Shares { get; init; }

    /// <summary>The fee that the member pays on top. Zero where the market bears the provider's fees.</summary>
    public required Money Surcharge { get; init; }

    /// <summary>Whether it is with real money; a test's is not.</summary>
    public required bool IsLive { get; init; }

    /// <summary>The id of the user who asked for it, or the name of the door they came by.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>What the account is credited with, less the surcharge.</summary>
    public Money Credit => Shares.Select(share => share.Amount).Aggregate((sum, amount) => sum + amount);

    /// <summary>What the provider collects.</summary>
    public Money Total => Credit + Surcharge;
}

/// <summary>A part of an online payment.</summary>
/// <param name="Amount">How much. Positive.</param>
/// <param name="OrderId">The order it pays; none where it pays the oldest debts, or is kept.</param>
/// <param name="DistributionId">The order's distribution.</param>
public sealed record OnlineShare(Money Amount, string? OrderId = null, string? DistributionId = null);

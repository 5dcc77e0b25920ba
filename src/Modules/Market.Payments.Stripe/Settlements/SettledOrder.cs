using Market.Ledger.Amounts;

namespace Market.Payments.Stripe.Settlements;

/// <summary>An order that was paid by card, as a producer's part of a distribution is made of it.</summary>
/// <param name="DistributionId">The distribution.</param>
/// <param name="OrderId">The order.</param>
/// <param name="AccountId">The client account that pays it.</param>
/// <param name="Total">What the producer's lines of it cost.</param>
/// <param name="Received">What was received by card for them.</param>
public sealed record SettledOrder(string DistributionId, string OrderId, string AccountId, Money Total, Money Received);

using Market.Ledger.Amounts;

namespace Market.Ledger.Settlements;

/// <summary>What was sold at a distribution.</summary>
/// <param name="DistributionId">The distribution.</param>
/// <param name="Name">Its name for people, without the day: where it takes place.</param>
/// <param name="Date">The market's day.</param>
/// <param name="IsClosed">Whether nobody orders for it any more.</param>
/// <param name="Orders">The orders that hold; those that were cancelled are not in it.</param>
public sealed record DistributionSales(string DistributionId, string Name, DateOnly Date, bool IsClosed, IReadOnlyList<OrderSales> Orders);

/// <summary>What one order holds of each producer.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="AccountId">The client account that pays it.</param>
/// <param name="BySeller">What its lines of each producer cost, by the producer's id. Positive, of one currency.</param>
public sealed record OrderSales(string OrderId, string AccountId, IReadOnlyDictionary<string, Money> BySeller);

/// <summary>A producer who sells at the market.</summary>
/// <param name="Id">The producer's id.</param>
/// <param name="Name">The name.</param>
public sealed record Seller(string Id, string Name);

using Market.Ledger.Distributions;

namespace Market.Payments.Counter.Closing;

/// <summary>A distribution order by order, with whose orders they are.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Accounts">The accounts of its orders, by their ids.</param>
public sealed record ClosingSheet(DistributionSheet Sheet, IReadOnlyDictionary<string, ClientAccount> Accounts);

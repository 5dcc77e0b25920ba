using Market.Ledger.Distributions;
using Market.Payments.Counter.Models;

namespace Market.Payments.Counter.Closing;

/// <summary>A distribution order by order, with whose orders they are.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Accounts">The accounts of its orders, by their ids.</param>
/// <param name="Entries">What became of the entries of its counter, in any order.</param>
public sealed record ClosingSheet(DistributionSheet Sheet, IReadOnlyDictionary<string, ClientAccount> Accounts, IReadOnlyList<CounterRecord> Entries);

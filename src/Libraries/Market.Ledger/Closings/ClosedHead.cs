using Market.Ledger.Amounts;

namespace Market.Ledger.Closings;

/// <summary>What an account came to at the end of a period. An account without an operation by then has none.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Sequence">How many operations it had. Positive.</param>
/// <param name="Balance">The sum of them.</param>
/// <param name="Hash">The hash of the last of them.</param>
public sealed record ClosedHead(string AccountId, long Sequence, Money Balance, string Hash);

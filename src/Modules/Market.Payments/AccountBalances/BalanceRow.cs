using Market.Ledger;
using Market.Ledger.Amounts;

namespace Market.Payments.AccountBalances;

/// <summary>An account on the balances page.</summary>
/// <param name="Balance">Its confirmed balance.</param>
/// <param name="Pending">The sum of its announced payments. Not negative.</param>
/// <param name="LastKind">Its last operation's kind, if it has any.</param>
/// <param name="LastOn">That operation's day.</param>
public sealed record BalanceRow(string AccountId, string Number, string Name, bool IsOpen, Money Balance, Money Pending, OperationKind? LastKind, DateOnly? LastOn);

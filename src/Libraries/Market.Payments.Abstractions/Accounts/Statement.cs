using Market.Ledger.Accounts;

namespace Market.Payments;

/// <summary>A page of an account's statement.</summary>
/// <param name="Balances">The account's three balances now.</param>
/// <param name="Count">How many operations the account has.</param>
/// <param name="Lines">The page's operations, newest first, each with the balance after it.</param>
/// <param name="Reversed">The ids of those that have been reversed.</param>
public sealed record Statement(Balances Balances, int Count, IReadOnlyList<StatementLine> Lines, IReadOnlySet<string> Reversed);

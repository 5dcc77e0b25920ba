using Market.Ledger.Amounts;

namespace Market.Ledger.Accounts;

/// <summary>The three balances of a client account, with the one definition each that every screen, export and workflow uses.</summary>
/// <param name="Confirmed">The sum of the account's operations: positive is the member's money, negative what they owe.</param>
/// <param name="Pending">The sum of the payments announced and neither received nor cancelled. Not negative.</param>
public readonly record struct Balances(Money Confirmed, Money Pending)
{
    /// <summary>What the balance becomes once all that is announced arrives: confirmed and pending.</summary>
    public Money Projected => Confirmed + Pending;

    /// <summary>What remains to pay once all that is announced arrives: zero or more.</summary>
    public Money Due => Projected.IsNegative ? Projected.Abs() : Money.Zero(Projected.Currency);
}

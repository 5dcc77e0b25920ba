namespace Market.Ledger;

/// <summary>The three balances of a client account, with the one definition each that every screen, export and workflow uses.</summary>
/// <param name="Confirmed">The sum of the account's operations: positive is the member's money, negative what they owe.</param>
/// <param name="Pending">The sum of the payments announced and neither received nor cancelled. Not negative.</param>
public readonly record struct Balances(Money Confirmed, Money Pending)
{
    /// <summary>What the balance becomes once all that is announced arrives: confirmed and pending.</summary>
    public Money Projected => Confirmed + Pending;
}

using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;

namespace Market.Payments;

/// <summary>An account with what stands in it, as reminders and settlements read many of them at a time.</summary>
/// <param name="Account">The account.</param>
/// <param name="Balances">Its three balances.</param>
/// <param name="Operations">
/// Its operations in their order, with as much of each as allocating money to debts reads: kind, amount, method, order, distribution, day
/// and what it reverses. Authors, memos, keys and hashes are left out: they are empty.
/// </param>
public sealed record AccountStanding(ClientAccount Account, Balances Balances, IReadOnlyList<Operation> Operations)
{
    /// <summary>What of its announced payments is overdue, by the market's setting; none where nothing is.</summary>
    public Money? OverduePending { get; init; }
}

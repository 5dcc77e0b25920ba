using Market.Ledger.Amounts;

namespace Market.Ledger.Accounts;

/// <summary>An operation as a statement shows it.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="BalanceAfter">The confirmed balance once it was posted.</param>
public sealed record StatementLine(Operation Operation, Money BalanceAfter)
{
    /// <summary>Puts the running balance beside consecutive operations of one account.</summary>
    /// <param name="newestFirst">The operations, from the newest to the oldest, without a gap.</param>
    /// <param name="balanceAfterNewest">The balance once the newest of them was posted.</param>
    public static IReadOnlyList<StatementLine> Running(IEnumerable<Operation> newestFirst, Money balanceAfterNewest)
    {
        ArgumentNullException.ThrowIfNull(newestFirst);
        var lines = new List<StatementLine>();
        var balance = balanceAfterNewest;
        foreach (var operation in newestFirst)
        {
            lines.Add(new StatementLine(operation, balance));
            balance -= operation.Amount;
        }

        return lines;
    }
}

using Market.Ledger.Allocations;
using Market.Ledger.Amounts;

namespace Market.Ledger.Postings;

/// <summary>What to propose when money is to be given back. A person may give another amount. Pure.</summary>
public static class RefundProposal
{
    /// <summary>What an account holds once all its debts are paid: what was paid less what is due. Never negative.</summary>
    public static Money ForAccount(Allocation allocation)
    {
        ArgumentNullException.ThrowIfNull(allocation);
        return allocation.Credit;
    }

    /// <summary>
    /// What an order was paid beyond its total: the payments that name it, less what was given back and reversed of them, less what it costs now.
    /// Never negative, and never more than the account holds: what already pays another debt is not given back.
    /// </summary>
    /// <param name="operations">All operations of one account, in their order.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="currency">The market's currency.</param>
    public static Money ForOrder(IReadOnlyCollection<Operation> operations, string orderId, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(operations);

        // A reversal names the order of what it reverses, so paid less total is the sum of all that names the order.
        var beyond = operations.Where(operation => operation.OrderId == orderId).Sum(operation => operation.Amount.MinorUnits);
        return new Money(Math.Clamp(beyond, 0, ForAccount(Allocation.Of(operations, currency)).MinorUnits), currency);
    }
}

using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;

namespace Market.Stall.Clients;

/// <summary>A client account as the pages show it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The client's name.</param>
/// <param name="Operations">Its operations, in their order.</param>
/// <param name="Balance">Their sum.</param>
internal sealed record ClientAccount(string Id, string Name, IReadOnlyList<Operation> Operations, Money Balance)
{
    /// <summary>Which money pays which debt.</summary>
    public Allocation Allocation { get; } = Allocation.Of(Operations, Balance.Currency);

    /// <summary>The operations with the balance after each, the newest first.</summary>
    public IReadOnlyList<StatementLine> Statement => StatementLine.Running(Operations.Reverse(), Balance);

    /// <summary>How old the debts are on a day.</summary>
    public DebtAgeing AgeingOn(DateOnly day) => DebtAgeing.Of(Allocation, day);

    /// <summary>Whether an operation has been reversed.</summary>
    public bool IsReversed(Operation operation) => Operations.Any(other => other.Reverses == operation.Id);

    /// <summary>Whether an operation may be reversed.</summary>
    public bool MayReverse(Operation operation) => operation.Kind is not OperationKind.Reversal && !IsReversed(operation);
}

using Market.Ledger;
using Market.Ledger.Closings;

namespace Market.Payments;

/// <summary>An operation, and what came after it.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Reversal">The operation that reverses it; none where it stands.</param>
/// <param name="Closing">The daily closing that holds it; none while its day is not closed.</param>
public sealed record PostedOperation(Operation Operation, Operation? Reversal, Closing? Closing);

using Market.Ledger.Amounts;
using Market.Ledger.Returnables;

namespace Market.Ledger.Receipts;

/// <summary>Packaging on deposit that a receipt says went out or came back: an operation of the ledger, by what proves it. No VAT is charged on it.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="OperationHash">The hash of the operation, which the books' chain and closings fix.</param>
/// <param name="ReturnableId">What it is: the shop's own id of it.</param>
/// <param name="Words">What it is, as the operation says it to people: <c>2 × Glass</c>.</param>
/// <param name="Count">How many: positive went out, negative came back.</param>
/// <param name="Cost">What it costs. Negative where it came back.</param>
/// <param name="RecordedAt">When it was recorded, in UTC, to the millisecond.</param>
public sealed record ReceiptDeposit(
    string OperationId,
    string OperationHash,
    string ReturnableId,
    string Words,
    int Count,
    Money Cost,
    DateTimeOffset RecordedAt)
{
    /// <summary>What a receipt says of an operation.</summary>
    /// <returns>None where the operation is no deposit.</returns>
    public static ReceiptDeposit? Of(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Kind is OperationKind.Deposit && ReturnableMove.Read(operation) is { } move
            ? new ReceiptDeposit(operation.Id, operation.Hash, move.ReturnableId, operation.Memo ?? string.Empty, move.Count, -operation.Amount, operation.RecordedAt)
            : null;
    }
}

using Market.Ledger.Amounts;

namespace Market.Ledger.Receipts;

/// <summary>Money that a receipt says was taken or given back: an operation of the ledger, by what proves it.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="OperationHash">The hash of the operation, which the books' chain and closings fix.</param>
/// <param name="Method">The technical name of the means of payment.</param>
/// <param name="Amount">What was taken; negative where it was given back.</param>
/// <param name="RecordedAt">When it was recorded, in UTC, to the millisecond.</param>
public sealed record ReceiptPayment(string OperationId, string OperationHash, string? Method, Money Amount, DateTimeOffset RecordedAt)
{
    /// <summary>What a receipt says of an operation.</summary>
    /// <returns>None where the operation is neither a payment nor a refund.</returns>
    public static ReceiptPayment? Of(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Kind is OperationKind.Payment or OperationKind.Refund
            ? new ReceiptPayment(operation.Id, operation.Hash, operation.Method, operation.Amount, operation.RecordedAt)
            : null;
    }
}

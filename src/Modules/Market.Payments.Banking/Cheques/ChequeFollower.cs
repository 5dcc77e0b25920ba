using Market.Ledger;
using Market.Ledger.Cheques;
using Market.Ledger.Pending;

namespace Market.Payments.Banking.Cheques;

/// <summary>
/// Follows the ledger: each payment by cheque, by whichever door it was recorded, is a cheque in hand, and one whose payment is reversed is
/// so no more.
/// </summary>
public sealed class ChequeFollower(ChequeStore store, IMarketCalendar calendar) : IPaymentObserver
{
    private const string ReceiptPrefix = "pending:";

    public async Task PostedAsync(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation.Method != BuiltInMethods.Cheque)
        {
            return;
        }

        if (operation.Kind is OperationKind.Payment)
        {
            await CreditAsync(operation);
        }
        else if (operation is { Kind: OperationKind.Reversal, Reverses: { } reversed })
        {
            await store.LockAsync();
            if (await store.FindByOperationAsync(reversed) is { } document)
            {
                await store.SaveAsync(document, document.Cheque.Reversed());
            }
        }
    }

    public async Task PendingAsync(PendingPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        if (payment is not { Method: BuiltInMethods.Cheque, State: PendingState.Cancelled })
        {
            return;
        }

        await store.LockAsync();
        if (await store.FindByPendingAsync(payment.Id) is { Cheque.State: ChequeState.Ahead } document)
        {
            await store.SaveAsync(document, document.Cheque.GivenBack(await calendar.TodayAsync(), payment.CancellationReason ?? string.Empty));
        }
    }

    private async Task CreditAsync(Operation operation)
    {
        var number = operation.Details.GetValueOrDefault(ChequeFields.Number);
        var bank = operation.Details.GetValueOrDefault(ChequeFields.Bank);
        if (operation.IdempotencyKey.StartsWith(ReceiptPrefix, StringComparison.Ordinal))
        {
            await store.LockAsync();
            if (await store.FindByPendingAsync(operation.IdempotencyKey[ReceiptPrefix.Length..]) is { } document)
            {
                if (document.Cheque.State is ChequeState.Ahead)
                {
                    await store.SaveAsync(document, document.Cheque.Credited(operation, number, bank));
                }

                return;
            }
        }

        var cheque = new Cheque { Id = operation.Id, AccountId = operation.AccountId, Amount = operation.Amount, ReceivedOn = operation.OccurredOn };
        await store.AddAsync(cheque.Credited(operation, number, bank));
    }
}

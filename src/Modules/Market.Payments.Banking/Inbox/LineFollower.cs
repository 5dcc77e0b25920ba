using Market.Ledger;
using Market.Ledger.Pending;
using Market.Payments.Banking.Statements;
using OrchardCore.Modules;

namespace Market.Payments.Banking.Inbox;

/// <summary>Has a line wait again once a credit of it is reversed, by whichever door that is done.</summary>
public sealed class LineFollower(StatementStore store, IClock clock) : IPaymentObserver
{
    public async Task PostedAsync(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation is not { Kind: OperationKind.Reversal, Method: BuiltInMethods.Transfer, Reverses: { } reversed } || await store.FindShareAsync(reversed) is null)
        {
            return;
        }

        await store.LockAsync();
        if (await store.FindShareAsync(reversed) is { } share && await store.FindLineAsync(share.LineId) is { } line && line.Is(LineState.Posted))
        {
            // The other credits of the line stand: what is left of it is a person's to look at.
            await store.RemoveShareAsync(reversed);
            if ((await store.SharesAsync(line.LineId)).Count == 0)
            {
                await store.DecideAsync(line, LineState.Waiting, operation.RecordedBy, new DateTimeOffset(clock.UtcNow));
            }
        }
    }

    public Task PendingAsync(PendingPayment payment) => Task.CompletedTask;
}

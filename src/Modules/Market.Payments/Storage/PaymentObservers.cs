using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Closings;
using Market.Ledger.Pending;
using Market.Payments.Models;

namespace Market.Payments.Storage;

/// <summary>Tells other modules what happens to payments.</summary>
public sealed class PaymentObservers(IEnumerable<IPaymentObserver> observers) : IBooksObserver
{
    public async Task PostedAsync(Operation operation, AccountHead after)
    {
        foreach (var observer in observers)
        {
            await observer.PostedAsync(operation);
        }
    }

    public async Task PendingAsync(PendingPayment payment)
    {
        foreach (var observer in observers)
        {
            await observer.PendingAsync(payment);
        }
    }

    public Task ClosedAsync(Closing closing) => Task.CompletedTask;

    public Task ArchivedAsync(ArchiveRecord archive) => Task.CompletedTask;
}

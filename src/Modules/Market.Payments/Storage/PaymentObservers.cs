using Market.Ledger;
using Market.Ledger.Pending;

namespace Market.Payments.Storage;

/// <summary>Tells other modules what happens to payments, once it is written: they may read it by whatever way.</summary>
public sealed class PaymentObservers(IEnumerable<IPaymentObserver> observers)
{
    public async Task PostedAsync(Operation operation)
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
}

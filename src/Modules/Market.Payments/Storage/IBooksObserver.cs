using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Closings;
using Market.Ledger.Pending;
using Market.Payments.Models;

namespace Market.Payments.Storage;

/// <summary>
/// Told of what happens to the books in the transaction in which it happens: what it writes is kept with it, or not at all. It is told before
/// the session writes, so that what the two write is one way to the database.
/// </summary>
public interface IBooksObserver
{
    /// <param name="operation">The new operation.</param>
    /// <param name="after">The account's state after it.</param>
    Task PostedAsync(Operation operation, AccountHead after);

    Task PendingAsync(PendingPayment payment);

    Task ClosedAsync(Closing closing);

    Task ArchivedAsync(ArchiveRecord archive);
}

using Market.Ledger;
using Market.Ledger.Pending;

namespace Market.Payments;

/// <summary>
/// Told of each operation, and of what becomes of announced payments, in the transaction in which it happens: what an implementation writes
/// is kept with it, or not at all. Register an implementation to be told. What happens while its module is switched off it reads from
/// <see cref="IMethodOperations"/>.
/// </summary>
public interface IPaymentObserver
{
    /// <summary>An operation was posted. Its account is locked until the transaction ends.</summary>
    Task PostedAsync(Operation operation);

    /// <summary>A payment was announced, received or cancelled. One that is received was posted before, and told of.</summary>
    Task PendingAsync(PendingPayment payment);
}

using Market.Ledger.Accounts;

namespace Market.Ledger.Pending;

/// <summary>
/// Where pending payments are kept: in the same transaction as <see cref="ILedgerStore"/>, and read and changed only once the account is locked there.
/// </summary>
public interface IPendingPaymentStore
{
    /// <summary>The payment announced under this key, if any. Keys differ by case.</summary>
    Task<PendingPayment?> FindPendingByKeyAsync(string idempotencyKey);

    /// <summary>The payment with this id, if any.</summary>
    Task<PendingPayment?> FindPendingAsync(string id);

    /// <summary>Keeps a new payment and the account's <see cref="AccountHead.Pending"/>. The store itself refuses a second one with the same id or key.</summary>
    Task AddPendingAsync(PendingPayment payment, AccountHead after);

    /// <summary>Keeps what became of a payment and the account's <see cref="AccountHead.Pending"/>. The store itself refuses it unless the payment it holds is still announced.</summary>
    Task SettlePendingAsync(PendingPayment payment, AccountHead after);
}

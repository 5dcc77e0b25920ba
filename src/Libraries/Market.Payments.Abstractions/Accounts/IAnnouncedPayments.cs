using Market.Ledger.Pending;

namespace Market.Payments;

/// <summary>Reads the payments that are announced and neither received nor cancelled, the oldest first.</summary>
public interface IAnnouncedPayments
{
    /// <summary>Those of all accounts.</summary>
    Task<IReadOnlyList<PendingPayment>> ListAsync();

    /// <summary>Those of one account.</summary>
    Task<IReadOnlyList<PendingPayment>> ListAsync(string accountId);

    /// <summary>The one of this account with this id; none where it is not of this account or is awaited no more.</summary>
    Task<PendingPayment?> FindAsync(string accountId, string id);
}

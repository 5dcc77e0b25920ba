using Market.Ledger.Pending;

namespace Market.Payments;

/// <summary>Reads the payments that are announced and neither received nor cancelled, the oldest first.</summary>
public interface IAnnouncedPayments
{
    /// <summary>A page of those of all accounts.</summary>
    Task<IReadOnlyList<PendingPayment>> ListAsync(int skip, int take);

    /// <summary>How many there are of all accounts.</summary>
    /// <param name="until">Counts those announced on this day or before only.</param>
    Task<int> CountAsync(DateOnly? until = null);

    /// <summary>Those of one account.</summary>
    Task<IReadOnlyList<PendingPayment>> ListAsync(string accountId);

    /// <summary>The one of this account with this id; none where it is not of this account or is awaited no more.</summary>
    Task<PendingPayment?> FindAsync(string accountId, string id);

    /// <summary>Those with these ids, of whatever account; those that are awaited no more are left out.</summary>
    Task<IReadOnlyList<PendingPayment>> FindManyAsync(IReadOnlyCollection<string> ids);
}

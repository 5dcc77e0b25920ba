using Market.Ledger.Accounts;

namespace Market.Ledger.Closings;

/// <summary>Where closings are kept: never changed, never deleted.</summary>
public interface IClosingStore
{
    /// <summary>The last closing of a kind, if any.</summary>
    Task<Closing?> FindLastClosingAsync(ClosingKind kind);

    /// <summary>
    /// Keeps a closing. Once that is committed, <see cref="ILedgerStore.LockAsync(string)"/> answers an <see cref="AccountHead.ClosedUntil"/> of its
    /// period's end or later and, for a year, an <see cref="AccountHead.OpenFrom"/> of the day after it or later. The store itself refuses a second one of the same kind and period.
    /// </summary>
    Task AddClosingAsync(Closing closing);
}

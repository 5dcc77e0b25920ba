using Market.Ledger.Amounts;

namespace Market.Payments;

/// <summary>
/// Reads many accounts with what stands in them, a few hundred at a time, so that ten thousand take no more memory than a few hundred. It
/// reads the ledger's index and no document.
/// </summary>
public interface IAccountStandings
{
    /// <summary>The open accounts that owe more than a threshold by their operations, who owes most first, a batch at a time.</summary>
    /// <param name="threshold">The threshold: zero or more.</param>
    IAsyncEnumerable<IReadOnlyList<AccountStanding>> OwingAsync(Money threshold);

    /// <summary>The accounts with these ids, whatever they owe; unknown ids are left out.</summary>
    /// <param name="accountIds">A few hundred at most.</param>
    Task<IReadOnlyList<AccountStanding>> FindAsync(IReadOnlyCollection<string> accountIds);
}

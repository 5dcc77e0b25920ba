using System.Collections.Concurrent;
using Market.Ledger.Allocations;

namespace Market.Payments.AccountBalances;

/// <summary>
/// Remembers which debts of an account are open at a head of its chain, for as long as the account stands there. What a chain's head says of
/// its operations can become no other, so nothing of it goes stale: an account that moved on is read anew.
/// </summary>
public sealed class DebtBook
{
    private readonly ConcurrentDictionary<string, (string Hash, IReadOnlyList<OpenDebt> Debts)> _pages = new(StringComparer.Ordinal);

    /// <summary>The open debts of an account at this head, if they are known.</summary>
    public IReadOnlyList<OpenDebt>? Find(string accountId, string hash) =>
        _pages.TryGetValue(accountId, out var page) && page.Hash == hash ? page.Debts : null;

    public void Remember(string accountId, string hash, IReadOnlyList<OpenDebt> debts) => _pages[accountId] = (hash, debts);

    /// <summary>Forgets all accounts but these.</summary>
    public void KeepOnly(IReadOnlySet<string> accountIds)
    {
        foreach (var accountId in _pages.Keys.Where(accountId => !accountIds.Contains(accountId)))
        {
            _pages.TryRemove(accountId, out _);
        }
    }
}

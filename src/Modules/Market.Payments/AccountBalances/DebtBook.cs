using System.Collections.Concurrent;
using Market.Ledger.Allocations;

namespace Market.Payments.AccountBalances;

/// <summary>
/// Remembers which debts of an account are open after so many operations, for as long as the account stands there. What was posted never
/// changes, so nothing of it goes stale: an account that moved on is read anew.
/// </summary>
public sealed class DebtBook
{
    private readonly ConcurrentDictionary<string, (long Sequence, IReadOnlyList<OpenDebt> Debts)> _pages = new(StringComparer.Ordinal);

    private volatile Total? _total;

    /// <summary>The ages on a day of all debts that are open after so many operations of all accounts, if they are known.</summary>
    public DebtAgeing? FindTotal(long operations, DateOnly day) => _total is { } total && total.Operations == operations && total.Day == day ? total.Ageing : null;

    public void RememberTotal(long operations, DateOnly day, DebtAgeing ageing) => _total = new Total(operations, day, ageing);

    /// <summary>The open debts of an account after this many operations, if they are known.</summary>
    public IReadOnlyList<OpenDebt>? Find(string accountId, long sequence) =>
        _pages.TryGetValue(accountId, out var page) && page.Sequence == sequence ? page.Debts : null;

    public void Remember(string accountId, long sequence, IReadOnlyList<OpenDebt> debts) => _pages[accountId] = (sequence, debts);

    /// <summary>Forgets all accounts but these.</summary>
    public void KeepOnly(IReadOnlySet<string> accountIds)
    {
        foreach (var accountId in _pages.Keys.Where(accountId => !accountIds.Contains(accountId)))
        {
            _pages.TryRemove(accountId, out _);
        }
    }

    private sealed record Total(long Operations, DateOnly Day, DebtAgeing Ageing);
}

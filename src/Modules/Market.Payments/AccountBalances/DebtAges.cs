using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.AccountBalances;

/// <summary>
/// How old the debts are of the accounts that owe. Operations are read, from the index alone, of those accounts only that moved since
/// they were read last.
/// </summary>
public sealed class DebtAges(ISession session, LedgerTables tables, OperationsToAllocate operations, DebtBook book, IMarketTerms terms, IMarketCalendar calendar)
{
    private const int AtOnce = 500;

    /// <summary>The ages of all debts together, which are read anew only if something was posted since.</summary>
    /// <param name="operations">How many operations all accounts have, read before: <see cref="BalanceTotals.Operations"/>.</param>
    public async Task<DebtAgeing> TotalAsync(long operations)
    {
        var today = await calendar.TodayAsync();
        if (book.FindTotal(operations, today) is { } known)
        {
            return known;
        }

        var heads = await HeadsAsync(string.Empty, parameters: null);
        book.KeepOnly(heads.Select(head => head.AccountId).ToHashSet(StringComparer.Ordinal));
        var currency = (await terms.GetAsync()).Currency;
        var total = DebtAgeing.Of((await DebtsAsync(heads, currency)).SelectMany(account => account.Debts), currency, today);
        book.RememberTotal(operations, today, total);
        return total;
    }

    /// <summary>The ages of these accounts' debts, by account id; an account that owes nothing is not in it.</summary>
    public async Task<IReadOnlyDictionary<string, DebtAgeing>> ReadAsync(IReadOnlyCollection<string> accountIds)
    {
        ArgumentNullException.ThrowIfNull(accountIds);
        if (accountIds.Count == 0)
        {
            return new Dictionary<string, DebtAgeing>();
        }

        var (isOne, parameters) = LedgerTables.In("a.[AccountId]", accountIds);
        var (currency, today) = ((await terms.GetAsync()).Currency, await calendar.TodayAsync());
        return (await DebtsAsync(await HeadsAsync("AND " + isOne, parameters), currency)).ToDictionary(
            account => account.AccountId, account => DebtAgeing.Of(account.Debts, currency, today), StringComparer.Ordinal);
    }

    private Task<IReadOnlyList<Head>> HeadsAsync(string only, object? parameters) =>
        tables.QueryAsync<Head>(session, $"SELECT a.[AccountId], a.[Sequence] FROM {tables.Accounts} a WHERE a.[Balance] < 0 {only}", parameters);

    private async Task<IReadOnlyList<(string AccountId, IReadOnlyList<OpenDebt> Debts)>> DebtsAsync(IReadOnlyList<Head> heads, Currency currency)
    {
        var known = new List<(string, IReadOnlyList<OpenDebt>)>(heads.Count);
        var moved = new List<Head>();
        foreach (var head in heads)
        {
            if (book.Find(head.AccountId, head.Sequence) is { } debts)
            {
                known.Add((head.AccountId, debts));
            }
            else
            {
                moved.Add(head);
            }
        }

        foreach (var some in moved.Chunk(AtOnce))
        {
            known.AddRange(await ReadAsync(some, currency));
        }

        return known;
    }

    private async Task<IReadOnlyList<(string AccountId, IReadOnlyList<OpenDebt> Debts)>> ReadAsync(IReadOnlyList<Head> moved, Currency currency)
    {
        var posted = await operations.ReadAsync(moved.Select(head => head.AccountId));
        var read = new List<(string, IReadOnlyList<OpenDebt>)>();
        foreach (var head in moved)
        {
            // Those up to the head: what was posted meanwhile belongs to the next.
            var debts = Allocation.Of(posted[head.AccountId].Where(operation => operation.Sequence <= head.Sequence), currency).Debts;
            book.Remember(head.AccountId, head.Sequence, debts);
            read.Add((head.AccountId, debts));
        }

        return read;
    }

    private sealed class Head
    {
        public string AccountId { get; set; } = string.Empty;

        public long Sequence { get; set; }
    }
}

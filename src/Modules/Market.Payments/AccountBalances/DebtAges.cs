using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.AccountBalances;

/// <summary>
/// How old the debts are, of every account that owes. Operations are read, from the index alone, of those accounts only that moved since
/// they were read last.
/// </summary>
public sealed class DebtAges(ISession session, LedgerTables tables, DebtBook book, IMarketTerms terms, IMarketCalendar calendar)
{
    private const int AtOnce = 500;

    /// <summary>The ages by account id; an account that owes nothing is not in it.</summary>
    public async Task<IReadOnlyDictionary<string, DebtAgeing>> ReadAsync()
    {
        var heads = await HeadsAsync(string.Empty, parameters: null);
        book.KeepOnly(heads.Select(head => head.AccountId).ToHashSet(StringComparer.Ordinal));
        return await AgesAsync(heads);
    }

    /// <summary>The ages of these accounts, by account id; one that owes nothing is not in it.</summary>
    public async Task<IReadOnlyDictionary<string, DebtAgeing>> ReadAsync(IReadOnlyCollection<string> accountIds)
    {
        var (isOne, parameters) = LedgerTables.In("a.[AccountId]", accountIds);
        return await AgesAsync(await HeadsAsync("AND " + isOne, parameters));
    }

    private Task<IReadOnlyList<Head>> HeadsAsync(string only, object? parameters) =>
        tables.QueryAsync<Head>(session, $"SELECT a.[AccountId], a.[Sequence], a.[Hash] FROM {tables.Accounts} a WHERE a.[Balance] < 0 {only}", parameters);

    private async Task<IReadOnlyDictionary<string, DebtAgeing>> AgesAsync(IReadOnlyList<Head> heads)
    {
        var (currency, today) = ((await terms.GetAsync()).Currency, await calendar.TodayAsync());
        var ages = new Dictionary<string, DebtAgeing>(StringComparer.Ordinal);
        var moved = new List<Head>();
        foreach (var head in heads)
        {
            if (book.Find(head.AccountId, head.Hash) is { } debts)
            {
                ages[head.AccountId] = DebtAgeing.Of(debts, currency, today);
            }
            else
            {
                moved.Add(head);
            }
        }

        foreach (var some in moved.Chunk(AtOnce))
        {
            foreach (var (accountId, debts) in await ReadAsync(some, currency))
            {
                ages[accountId] = DebtAgeing.Of(debts, currency, today);
            }
        }

        return ages;
    }

    private async Task<IReadOnlyList<(string AccountId, IReadOnlyList<OpenDebt> Debts)>> ReadAsync(IReadOnlyList<Head> moved, Currency currency)
    {
        var (isOne, parameters) = LedgerTables.In("o.[AccountId]", moved.Select(head => head.AccountId));
        var operations = (await tables.QueryAsync<AllocationRow>(
            session,
            $"SELECT {AllocationRow.Columns} FROM {tables.Operations} o WHERE {isOne} ORDER BY o.[AccountId], o.[Sequence]",
            parameters)).ToLookup(row => row.AccountId, StringComparer.Ordinal);
        var read = new List<(string, IReadOnlyList<OpenDebt>)>();
        foreach (var head in moved)
        {
            // Those up to the head: what was posted meanwhile belongs to the next.
            var debts = Allocation.Of(operations[head.AccountId].Where(row => row.Sequence <= head.Sequence).Select(row => row.ToOperation(currency)), currency).Debts;
            book.Remember(head.AccountId, head.Hash, debts);
            read.Add((head.AccountId, debts));
        }

        return read;
    }

    private sealed class Head
    {
        public string AccountId { get; set; } = string.Empty;

        public long Sequence { get; set; }

        public string Hash { get; set; } = string.Empty;
    }
}

using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.AccountBalances;

/// <summary>How old the debts are, of every account that owes. Read from the index alone: no document is opened.</summary>
public sealed class DebtAges(ISession session, LedgerTables tables, IMarketTerms terms, IMarketCalendar calendar)
{
    /// <summary>The ages by account id; an account that owes nothing is not in it.</summary>
    public Task<IReadOnlyDictionary<string, DebtAgeing>> ReadAsync() => ReadAsync(string.Empty, parameters: null);

    /// <summary>The ages of these accounts, by account id; one that owes nothing is not in it.</summary>
    public Task<IReadOnlyDictionary<string, DebtAgeing>> ReadAsync(IReadOnlyCollection<string> accountIds)
    {
        var (isOne, parameters) = LedgerTables.In("a.[AccountId]", accountIds);
        return ReadAsync("AND " + isOne, parameters);
    }

    private async Task<IReadOnlyDictionary<string, DebtAgeing>> ReadAsync(string only, object? parameters)
    {
        var currency = (await terms.GetAsync()).Currency;
        var today = await calendar.TodayAsync();
        var rows = await tables.QueryAsync<AllocationRow>(
            session,
            $"""
            SELECT {AllocationRow.Columns}
            FROM {tables.Operations} o INNER JOIN {tables.Accounts} a ON a.[AccountId] = o.[AccountId]
            WHERE a.[Balance] < 0 {only} ORDER BY o.[AccountId], o.[Sequence]
            """,
            parameters);
        return rows
            .GroupBy(row => row.AccountId, StringComparer.Ordinal)
            .ToDictionary(
                account => account.Key,
                account => DebtAgeing.Of(Allocation.Of(account.Select(row => row.ToOperation(currency)), currency), today),
                StringComparer.Ordinal);
    }
}

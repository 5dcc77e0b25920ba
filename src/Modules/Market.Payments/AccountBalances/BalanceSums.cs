using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Pending;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.AccountBalances;

/// <summary>
/// The totals over all accounts. Each is a walk along a part of the index of balances, without a decision at any account; what is announced
/// is added up from the announced payments, which are few.
/// </summary>
public sealed class BalanceSums(ISession session, LedgerTables tables, IMarketTerms terms)
{
    /// <summary>
    /// Reads them, from the accounts' rows: clients are only asked which closed accounts are at zero, which are few. An account whose client
    /// is lost, which the verification of the books names, counts with what it owes or holds.
    /// </summary>
    public async Task<BalanceTotals> ReadAsync()
    {
        var currency = (await terms.GetAsync()).Currency;
        var sums = (await tables.QueryAsync<Sum>(
            session,
            $"""
            {Of(1, BalanceFilter.ToPay)} UNION ALL {Of(2, BalanceFilter.Credit)} UNION ALL {Of(3, BalanceFilter.Settled)}
            UNION ALL SELECT 4, COUNT(*), 0, 0 FROM {tables.Clients} c WHERE c.[IsOpen] = @no AND {BalanceSql.Exists("a.[Balance] = 0", tables)}
            UNION ALL SELECT 5, COUNT(DISTINCT p.[AccountId]), COALESCE(SUM(p.[Amount]), 0), 0 FROM {tables.PendingPayments} p WHERE p.[State] = '{PendingState.Announced}'
            """,
            new { no = false })).ToDictionary(sum => sum.Place);
        return new BalanceTotals(
            Money(-sums[1].Amount),
            (int)sums[1].Accounts,
            Money(sums[2].Amount),
            (int)sums[2].Accounts,
            (int)(sums[3].Accounts - sums[4].Accounts),
            Money(sums[5].Amount),
            (int)sums[5].Accounts,
            (long)sums.Values.Sum(sum => sum.Operations));

        Money Money(decimal amount) => new((long)amount, currency);
    }

    private string Of(int place, BalanceFilter filter) => FormattableString.Invariant(
        $"SELECT {place} AS [Place], COUNT(*) AS [Accounts], COALESCE(SUM(a.[Balance]), 0) AS [Amount], COALESCE(SUM(a.[Sequence]), 0) AS [Operations] FROM {tables.Accounts} a WHERE {BalanceSql.Has(filter)}");

    private sealed class Sum
    {
        public int Place { get; set; }

        public long Accounts { get; set; }

        public decimal Amount { get; set; }

        public decimal Operations { get; set; }
    }
}

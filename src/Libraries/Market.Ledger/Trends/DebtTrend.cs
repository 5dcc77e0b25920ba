using Market.Ledger.Amounts;

namespace Market.Ledger.Trends;

/// <summary>
/// What was owed at the end of each month and how old it was, from what each account's months come to: no operation is read. Money pays what
/// is oldest, so a debt is made of the latest charges that come to it.
/// </summary>
public static class DebtTrend
{
    private const int Ages = 4;

    /// <summary>The months from one to another.</summary>
    /// <param name="accounts">The months of all accounts, in any order; those before the first month count for balances.</param>
    /// <param name="first">The first month.</param>
    /// <param name="last">The last one.</param>
    /// <param name="currency">The market's currency.</param>
    public static IReadOnlyList<DebtMonth> Of(IEnumerable<AccountMonth> accounts, Month first, Month last, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var months = first.To(last).ToList();
        var sums = months.Select(_ => new long[Ages + 1]).ToList();
        foreach (var account in accounts.GroupBy(row => row.AccountId, StringComparer.Ordinal))
        {
            Add(sums, [.. account.OrderBy(row => row.Month)], months);
        }

        Money Of(long minorUnits) => new(minorUnits, currency);
        return [.. months.Zip(sums, (month, sum) => new DebtMonth(month, Of(sum[Ages]), Of(sum[0]), Of(sum[1]), Of(sum[2]), Of(sum[3])))];
    }

    private static void Add(List<long[]> sums, List<AccountMonth> rows, List<Month> months)
    {
        var (balance, next) = (0L, 0);
        for (var place = 0; place < months.Count; place++)
        {
            while (next < rows.Count && rows[next].Month <= months[place])
            {
                balance = checked(balance + rows[next++].Moved.MinorUnits);
            }

            if (balance > 0)
            {
                sums[place][Ages] += balance;
            }
            else
            {
                Age(sums[place], -balance, rows, next, months[place]);
            }
        }
    }

    // From the month back: what was charged in each, less what was taken back since, as long as any of the debt is left.
    private static void Age(long[] sum, long owed, List<AccountMonth> rows, int until, Month month)
    {
        var takenBack = 0L;
        for (var place = until - 1; place >= 0 && owed > 0; place--)
        {
            var charged = checked(-rows[place].Charged.MinorUnits + takenBack);
            takenBack = Math.Min(charged, 0);
            var part = Math.Clamp(charged, 0, owed);
            sum[Math.Min(month.Since(rows[place].Month), Ages - 1)] += part;
            owed -= part;
        }

        // What no charge explains was owed before all that is told of.
        sum[Ages - 1] += owed;
    }
}

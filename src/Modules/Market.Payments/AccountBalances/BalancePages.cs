using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.AccountBalances;

/// <summary>
/// Finds the accounts of a page by as little as tells which they are: an index that is in the order of the list, walked as far as the page.
/// What the page shows of them is read afterwards, of them alone: joined before, it is read of every account that the page comes after.
/// </summary>
internal sealed class BalancePages(ISession session, LedgerTables tables)
{
    // So few accounts are looked up and sorted more quickly than found along the names of all.
    private const int Few = 2_000;

    private const string ByName = "c.[SortKey], c.[Number]";

    private const string ByNumber = "c.[Number]";

    /// <summary>The pages that the list's page is put together from: one, and one more at each border between those who owe, are settled and hold.</summary>
    /// <param name="query">The list.</param>
    /// <param name="totals">How many accounts owe, are settled and hold.</param>
    /// <param name="search">What is searched, if anything.</param>
    /// <param name="found">How many accounts the list has.</param>
    public async Task<IReadOnlyList<BalancePage>> ListAsync(BalanceQuery query, BalanceTotals totals, BalanceSearch? search, int found)
    {
        if (search is not null)
        {
            return [OfSearch(query, search, found)];
        }

        if (query.Sort is BalanceSort.Name or BalanceSort.Number)
        {
            return [OfNames(query.Filter, found, query.Sort is BalanceSort.Name ? ByName : ByNumber, query.Skip, query.Take)];
        }

        var pages = new List<BalancePage>();
        var (skip, take) = (query.Skip, query.Take);
        foreach (var filter in Stretches(query))
        {
            var count = totals.CountOf(filter);
            var here = Math.Min(take, count - skip);
            if (here > 0)
            {
                pages.Add(filter is BalanceFilter.Settled
                    ? OfNames(filter, count, ByName, skip, here)
                    : await OfBalancesAsync(filter, query.Sort is BalanceSort.Held, skip, here));
                take -= here;
            }

            skip = Math.Max(0, skip - count);
        }

        return pages;
    }

    // By balance, settled accounts stand between those who owe and those who hold. Of them alone closed ones are left out.
    private static IEnumerable<BalanceFilter> Stretches(BalanceQuery query) => query switch
    {
        { Filter: not BalanceFilter.All } => [query.Filter],
        { Sort: BalanceSort.Held } => [BalanceFilter.Credit, BalanceFilter.Settled, BalanceFilter.ToPay],
        _ => [BalanceFilter.ToPay, BalanceFilter.Settled, BalanceFilter.Credit],
    };

    private BalancePage OfNames(BalanceFilter filter, int count, string orderBy, int skip, int take) => OfNames(
        count, $"{BalanceSql.Has(filter)} AND {BalanceSql.IsListed}", BalanceSql.IsListedClient(filter, tables), orderBy, skip, take);

    private BalancePage OfNames(int count, string has, string isClient, string orderBy, int skip, int take) => new(
        count <= Few
            ? tables.Paged("a.[AccountId]", $"{BalanceSql.From(tables)} WHERE {has}", orderBy, skip, take)
            : tables.Paged("c.[AccountId]", $"{tables.Clients} c WHERE {isClient}", orderBy, skip, take),
        orderBy);

    // First between which balances the page is, then only the accounts between these: they alone are sorted by name.
    private async Task<BalancePage> OfBalancesAsync(BalanceFilter filter, bool highestFirst, int skip, int take)
    {
        var has = BalanceSql.Has(filter);
        var (way, before) = highestFirst ? ("DESC", "a.[Balance] > b.[High]") : ("ASC", "a.[Balance] < b.[Low]");
        var bounds = (await tables.QueryAsync<Bounds>(
            session,
            $"""
            SELECT b.[Low], b.[High],
                (SELECT COUNT(*) FROM {tables.Accounts} a WHERE {has} AND {before}) AS [Before],
                (SELECT COUNT(*) FROM {tables.Accounts} a WHERE a.[Balance] BETWEEN b.[Low] AND b.[High]) AS [Within]
            FROM (SELECT MIN(p.[Balance]) AS [Low], MAX(p.[Balance]) AS [High]
                FROM ({tables.Paged("a.[Balance]", $"{tables.Accounts} a WHERE {has}", $"a.[Balance] {way}", skip, take)}) p) b
            """)).Single();
        var orderBy = $"a.[Balance] {way}, {ByName}";
        var (low, high) = (bounds.Low ?? 0, bounds.High ?? 0);
        var isOne = "a.[Balance] BETWEEN @low AND @high";
        return low == high
            ? OfNames((int)bounds.Within, isOne, BalanceSql.Exists(isOne, tables), ByName, skip - (int)bounds.Before, take) with { Low = low, High = high }
            : new BalancePage(tables.Paged("a.[AccountId]", $"{BalanceSql.From(tables)} WHERE {isOne}", orderBy, skip - (int)bounds.Before, take), orderBy, low, high);
    }

    // Among many that fit the page is soon full along the order of the list; few are looked up and sorted.
    private BalancePage OfSearch(BalanceQuery query, BalanceSearch search, int found)
    {
        var orderBy = query.Sort switch
        {
            BalanceSort.Name => ByName,
            BalanceSort.Number => ByNumber,
            BalanceSort.Held => $"a.[Balance] DESC, {ByName}",
            _ => $"a.[Balance], {ByName}",
        };
        var fits = $"{BalanceSql.Has(query.Filter)} AND {BalanceSql.IsListed} AND ";
        return new BalancePage(
            found <= Few
                ? tables.Paged("a.[AccountId]", $"{BalanceSql.From(tables)} WHERE {fits} a.[AccountId] IN ({search.Accounts})", orderBy, query.Skip, query.Take)
                : tables.Paged("a.[AccountId]", $"{Along(query.Sort)} WHERE c.[AccountId] = a.[AccountId] AND {fits} {search.IsClient}", orderBy, query.Skip, query.Take),
            orderBy);
    }

    // A cross join is one that SQLite leaves in its order.
    private string Along(BalanceSort sort) => sort is BalanceSort.Name or BalanceSort.Number
        ? $"{tables.Clients} c CROSS JOIN {tables.Accounts} a"
        : $"{tables.Accounts} a CROSS JOIN {tables.Clients} c";

    private sealed class Bounds
    {
        public long? Low { get; set; }

        public long? High { get; set; }

        public long Before { get; set; }

        public long Within { get; set; }
    }
}

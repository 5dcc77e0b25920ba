using Market.Payments.AccountBalances;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests.BalanceLists;

/// <summary>
/// The pages of the balances, one after the other, are what a sort of all accounts gives: in each order, filter and search, with many accounts
/// at the same balance and closed ones among them, few enough to be sorted and so many that they are found along an index.
/// </summary>
public abstract class BalancePagesTests(MarketFixture fixture)
{
    private const int PageSize = 700;

    [Fact]
    public async Task Pages_one_after_the_other_are_the_list()
    {
        List<Made> all = [.. Enumerable.Range(0, 5_200).Select(Made.Of)];
        await fixture.Market.InScopeAsync(async services =>
        {
            var tables = services.GetRequiredService<LedgerTables>();
            return await fixture.Market.SqlAsync(async transaction =>
                await tables.ExecuteAsync(transaction, $"INSERT INTO {tables.Accounts} ([AccountId], [Balance], [Sequence], [Hash], [Pending]) VALUES (@Id, @Balance, 1, '', 0)", all)
                + await tables.ExecuteAsync(
                    transaction,
                    $"INSERT INTO {tables.Clients} ([AccountId], [Number], [Reference], [Name], [Search], [SortKey], [IsOpen]) VALUES (@Id, @Number, @Number, @Name, @Search, @SortKey, @IsOpen)",
                    all));
        });

        foreach (var query in
            from filter in Enum.GetValues<BalanceFilter>()
            from sort in Enum.GetValues<BalanceSort>()
            from search in new[] { null, "lan 1", "lan", "5" }
            select new BalanceQuery(search, filter, sort, 0, PageSize))
        {
            var expected = Expected(all, query).ToList();

            var listed = await fixture.Market.InScopeAsync(services => PagesAsync(services, query));

            Assert.True(expected.SequenceEqual(listed), $"{query}: {expected.Count} accounts, {listed.Count} listed, the first other one at {expected.Zip(listed).TakeWhile(pair => pair.First == pair.Second).Count()}.");
        }
    }

    private static async Task<List<string>> PagesAsync(IServiceProvider services, BalanceQuery query)
    {
        var balances = services.GetRequiredService<BalanceList>();
        var totals = await services.GetRequiredService<BalanceSums>().ReadAsync();
        var count = await balances.CountAsync(query, totals);
        var listed = new List<string>();
        for (var skip = 0; skip < count; skip += PageSize)
        {
            listed.AddRange((await balances.ListAsync(query with { Skip = skip }, totals, count)).Select(row => row.AccountId));
        }

        return listed;
    }

    private static IEnumerable<string> Expected(IEnumerable<Made> all, BalanceQuery query)
    {
        var listed = all.Where(one => one.IsOpen || one.Balance != 0).Where(one => query.Filter switch
        {
            BalanceFilter.ToPay => one.Balance < 0,
            BalanceFilter.Credit => one.Balance > 0,
            BalanceFilter.Settled => one.Balance == 0,
            _ => true,
        }).Where(one => query.Search switch
        {
            null => true,
            "5" => Math.Abs(one.Balance) == 500 || one.Search.Contains('5', StringComparison.Ordinal),
            var search => one.Search.Contains(NameText.Fold(search), StringComparison.Ordinal),
        });
        var sorted = query.Sort switch
        {
            BalanceSort.Owed => listed.OrderBy(one => one.Balance).ThenBy(one => one.SortKey, StringComparer.Ordinal),
            BalanceSort.Held => listed.OrderByDescending(one => one.Balance).ThenBy(one => one.SortKey, StringComparer.Ordinal),
            BalanceSort.Name => listed.OrderBy(one => one.SortKey, StringComparer.Ordinal),
            _ => listed.OrderBy(_ => 0),
        };
        return sorted.ThenBy(one => one.Number, StringComparer.Ordinal).Select(one => one.Id);
    }

    private sealed record Made(string Id, string Number, string Name, long Balance, bool IsOpen)
    {
        public string Search => NameText.FoldAll(Number, Number, Name);

        public string SortKey => NameText.SortKey(Name);

        // More than two thousand owe the same fee, as many are settled, and the rest have what they have.
        public static Made Of(int place) => new(
            FormattableString.Invariant($"made{place * 7_919 % 5_200:D22}"),
            FormattableString.Invariant($"N-{place:D5}"),
            FormattableString.Invariant($"Élan {place % 97}"),
            (place % 20) switch { < 8 => -2_000, < 16 => 0, 16 => 500, 17 => -500, 18 => place, _ => -place },
            place % 13 != 0);
    }
}

public sealed class BalancePagesOnSqlite(SqliteMarket market) : BalancePagesTests(market), IClassFixture<SqliteMarket>;

public sealed class BalancePagesOnPostgres(PostgresMarket market) : BalancePagesTests(market), IClassFixture<PostgresMarket>;

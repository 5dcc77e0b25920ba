using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests.Names;

/// <summary>What is asked for by ids is found however many there are; a database takes some thousand in one command.</summary>
public abstract class ManyIdsTests(MarketFixture fixture)
{
    private const int MoreThanAnyTakes = 70_000;

    [Fact]
    public async Task Accounts_are_found_among_more_ids_than_a_command_takes()
    {
        var account = await fixture.Market.OpenAccountAsync();
        var ids = Many().Append(account).ToList();

        var found = await fixture.Market.InScopeAsync(services => services.GetRequiredService<IClientAccounts>().FindManyAsync(ids));
        Assert.Equal([account], found.Keys);

        var reference = found[account].Reference;
        var named = await fixture.Market.InScopeAsync(services => services.GetRequiredService<IClientAccounts>().FindByReferencesAsync([.. Many(), reference]));
        Assert.Equal(account, named[reference].Id);
    }

    [Fact]
    public async Task Orders_are_named_of_more_ids_than_a_command_takes() =>
        Assert.Empty(await fixture.Market.InScopeAsync(services => services.GetServices<IOrderNames>().FindAllAsync([.. Many()])));

    private static IEnumerable<string> Many() => Enumerable.Range(0, MoreThanAnyTakes).Select(number => $"nobody{number:D19}");
}

public sealed class ManyIdsOnSqlite(SqliteMarket fixture) : ManyIdsTests(fixture), IClassFixture<SqliteMarket>;

public sealed class ManyIdsOnPostgres(PostgresMarket fixture) : ManyIdsTests(fixture), IClassFixture<PostgresMarket>;

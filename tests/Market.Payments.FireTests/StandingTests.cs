using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests;

/// <summary>What stands in the books of many accounts, read at once.</summary>
public abstract class StandingTests(MarketFixture fixture)
{
    [Fact]
    public async Task An_account_counts_though_its_client_is_gone()
    {
        var market = fixture.Market;
        var account = await market.OpenAccountAsync();
        await market.PostAsync(TestBooks.Payment(account, 12));
        await market.SqlAsync("DELETE FROM \"ClientAccountIndex\" WHERE \"AccountId\" = @account", new { account });

        var standing = Assert.Single(await market.InScopeAsync(services => services.GetRequiredService<IAccountStandings>().FindAsync([account])));

        Assert.Equal((account, account, false), (standing.Account.Id, standing.Account.Name, standing.Account.IsOpen));
        Assert.Equal(TestBooks.Euros(12), standing.Balances.Confirmed);
        Assert.Single(standing.Operations);
    }
}

public sealed class StandingsOnSqlite(SqliteMarket fixture) : StandingTests(fixture), IClassFixture<SqliteMarket>;

public sealed class StandingsOnPostgres(PostgresMarket fixture) : StandingTests(fixture), IClassFixture<PostgresMarket>;

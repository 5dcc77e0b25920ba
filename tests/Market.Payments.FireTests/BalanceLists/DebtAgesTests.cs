using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Payments.AccountBalances;
using Market.Payments.FireTests.Fixtures;
using MarketSite.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests.BalanceLists;

/// <summary>The ages of all debts are remembered, and yet tell of everything that was posted.</summary>
public abstract class DebtAgesTests(MarketFixture fixture)
{
    [Fact]
    public async Task The_ages_of_all_debts_tell_of_what_was_posted_since()
    {
        var account = await fixture.Market.OpenAccountAsync();
        var before = await AgeingAsync();

        await fixture.Market.PostAsync(new Posting
        {
            AccountId = account,
            Kind = OperationKind.Fee,
            Amount = new Money(-1_717, Currency.Euro),
            Memo = "fee",
            OccurredOn = MarketCalendar.Today.AddDays(-70),
            RecordedBy = "clerk",
            IdempotencyKey = Guid.NewGuid().ToString(),
        });

        Assert.Equal(before.UpTo90Days.MinorUnits + 1_717, (await AgeingAsync()).UpTo90Days.MinorUnits);
    }

    private Task<DebtAgeing> AgeingAsync() => fixture.Market.InScopeAsync(async services =>
        await services.GetRequiredService<DebtAges>().TotalAsync((await services.GetRequiredService<BalanceSums>().ReadAsync()).Operations));
}

public sealed class DebtAgesOnSqlite(SqliteMarket market) : DebtAgesTests(market), IClassFixture<SqliteMarket>;

public sealed class DebtAgesOnPostgres(PostgresMarket market) : DebtAgesTests(market), IClassFixture<PostgresMarket>;

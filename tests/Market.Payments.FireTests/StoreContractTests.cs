using Market.Ledger;
using Market.Ledger.Closings;
using Market.Ledger.Pending;
using Market.Ledger.Tests;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests;

/// <summary>The contract of the ledger's stores, kept by the site's own stores in the site's own units of work. Its closings end these books for good: the site is theirs alone.</summary>
public abstract class StoreContractTests(MarketFixture fixture) : LedgerStoreContract
{
    protected override Task<string> OpenAccountAsync() => fixture.Market.OpenAccountAsync();

    protected override Task RunAsync(Func<LedgerStores, Task> work, bool commit = true) => fixture.Market.WorkAsync(unit => unit.RunAsync(
        async services =>
        {
            await work(new LedgerStores(
                services.GetRequiredService<ILedgerStore>(),
                services.GetRequiredService<IPendingPaymentStore>(),
                services.GetRequiredService<IClosingStore>()));
            return commit;
        },
        keep => keep));
}

public sealed class StoreContractOnSqlite(SqliteMarket fixture) : StoreContractTests(fixture), IClassFixture<SqliteMarket>;

public sealed class StoreContractOnPostgres(PostgresMarket fixture) : StoreContractTests(fixture), IClassFixture<PostgresMarket>;

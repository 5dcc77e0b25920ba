using Market.Ledger;
using Market.Ledger.Closings;
using Market.Ledger.Pending;
using Market.Payments.Indexes;
using Market.Payments.Migrations;
using Market.Payments.Storage.Groups;
using Market.Payments.Storage.Postgres;
using Market.Payments.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Data.YesSql;
using OrchardCore.Modules;

namespace Market.Payments.Storage;

internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(LedgerCollection.Name));

        // A gated query is shared between sessions: it can show one transaction what another never committed.
        services.Configure<YesSqlOptions>(options => options.QueryGatingEnabled = false);
        services.AddDataMigration<OrchardIndexMigrations>();
        services.AddDataMigration<ClientMigrations>();
        services.AddDataMigration<LedgerMigrations>();
        services.AddDataMigration<LostClientsMigrations>();
        services.AddDataMigration<LoginMigrations>();
        services.AddIndexProvider<ClientAccountIndexProvider>();
        services.AddIndexProvider<ClientLoginIndexProvider>();
        services.AddIndexProvider<OperationIndexProvider>();
        services.AddIndexProvider<PendingPaymentIndexProvider>();
        services.AddIndexProvider<ClosingIndexProvider>();
        services.AddSingleton<LedgerTables>();
        services.AddScoped<OperationsToAllocate>();
        services.AddSingleton<LedgerGate>();
        services.AddSingleton<SqliteCheckpoints>();
        services.AddSingleton<SqliteDurability>();
        services.AddSingleton<KeptConnections>();
        services.AddScoped<IModularTenantEvents, SqliteJournal>();
        services.AddScoped<IModularTenantEvents, PostgresStore>();
        services.AddScoped<StoreFault>();
        services.AddScoped<PaymentObservers>();
        services.AddScoped<PreparedCommands>();
        services.AddScoped<ILedgerStore, YesSqlLedgerStore>();
        services.AddScoped<IPendingPaymentStore, YesSqlPendingPaymentStore>();
        services.AddScoped<YesSqlClosingStore>();
        services.AddScoped<IClosingStore>(provider => provider.GetRequiredService<YesSqlClosingStore>());
        services.AddScoped<YearFileStore>();
        services.AddSingleton<WaitingUnits>();
        services.AddSingleton<GroupCommit>();
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped<UnitOfWorkScope>();
        services.AddScoped<BulkWork>();
        services.AddScoped<IBulkWork>(provider => provider.GetRequiredService<BulkWork>());
        services.AddScoped<AmbientCommit>();
        services.AddScoped<IActivityWork, ActivityWork>();
        services.AddScoped<ILedger>(provider => new Ledger.Ledger(
            provider.GetRequiredService<ILedgerStore>(),
            provider.GetRequiredService<IMarketTerms>(),
            RisingId.New,
            () => provider.GetRequiredService<IClock>().UtcNow,
            provider.GetRequiredService<IClosedDistributions>()));
        services.AddScoped<IPendingPayments>(provider => new PendingPayments(
            provider.GetRequiredService<ILedger>(),
            provider.GetRequiredService<ILedgerStore>(),
            provider.GetRequiredService<IPendingPaymentStore>(),
            provider.GetRequiredService<IMarketTerms>(),
            RisingId.New,
            () => provider.GetRequiredService<IClock>().UtcNow));
        return services;
    }
}

using Market.Payments.Banking.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Payments.Banking.Indexes;

internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(BankingCollection.Name));
        services.AddDataMigration<ChequeMigrations>();
        services.AddIndexProvider<ChequeIndexProvider>();
        services.AddIndexProvider<SlipIndexProvider>();
        services.AddScoped<ChequeTables>();
        services.AddDataMigration<StatementMigrations>();
        services.AddScoped<StatementTables>();
        return services;
    }
}

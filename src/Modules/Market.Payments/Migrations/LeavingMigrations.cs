using Market.Payments.Indexes;
using Market.Payments.Storage;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.Migrations;

/// <summary>Who left and is to be forgotten. The collection is made by <see cref="LedgerMigrations"/>, which is registered before.</summary>
public sealed class LeavingMigrations : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<LeavingIndex>(
            table => table
                .Column<string>(nameof(LeavingIndex.AccountId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<int>(nameof(LeavingIndex.EraseDay), column => column.NotNull()),
            LedgerCollection.Name);
        return 1;
    }
}

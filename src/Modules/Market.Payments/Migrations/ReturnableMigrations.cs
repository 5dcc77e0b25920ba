using Market.Ledger.Postings;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.Migrations;

/// <summary>
/// What moved of packaging on deposit. No operation from before has any. The collection is made by <see cref="LedgerMigrations"/>, which is
/// registered before.
/// </summary>
public sealed class ReturnableMigrations : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ReturnableIndex>(
            table => table
                .Column<string>(nameof(ReturnableIndex.AccountId), column => column.NotNull().WithLength(IdLength))
                .Column<string>(nameof(ReturnableIndex.ReturnableId), column => column.NotNull().WithLength(PostingRules.MaxIdLength))
                .Column<int>(nameof(ReturnableIndex.Moved), column => column.NotNull()),
            LedgerCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<ReturnableIndex>(
            table => table.CreateIndex("IDX_ReturnableIndex_AccountId", nameof(ReturnableIndex.AccountId), nameof(ReturnableIndex.ReturnableId)),
            LedgerCollection.Name);
        return 1;
    }
}

using Market.Ledger.Postings;
using Market.Payments.Storage;
using OrchardCore.Data.Migration;

namespace Market.Payments.Migrations;

/// <summary>Which distributions are closed.</summary>
public sealed class DistributionMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateTableAsync(LedgerTables.DistributionTable, table => table
            .Column<string>("DistributionId", column => column.NotNull().Unique().WithLength(PostingRules.MaxIdLength))
            .Column<int>("Closings", column => column.NotNull())
            .Column<long>("ClosedMilliseconds")
            .Column<string>("ClosedBy", column => column.WithLength(PostingRules.MaxIdLength)));
        return 1;
    }
}

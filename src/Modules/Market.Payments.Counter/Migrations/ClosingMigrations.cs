using Market.Ledger.Postings;
using Market.Payments.Counter.Indexes;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.Counter.Migrations;

/// <summary>The closings of distributions.</summary>
public sealed class ClosingMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ClosedDistributionIndex>(
            table => table
                .Column<string>(nameof(ClosedDistributionIndex.DistributionId), column => column.NotNull().WithLength(PostingRules.MaxIdLength))
                .Column<int>(nameof(ClosedDistributionIndex.Number), column => column.NotNull())
                .Column<string>(nameof(ClosedDistributionIndex.Place), column => column.NotNull().Unique().WithLength(PostingRules.MaxIdLength + 12))
                .Column<string>(nameof(ClosedDistributionIndex.Day), column => column.NotNull().WithLength(10))
                .Column<long>(nameof(ClosedDistributionIndex.ClosedMilliseconds), column => column.NotNull()),
            CounterCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<ClosedDistributionIndex>(
            table =>
            {
                table.CreateIndex("IDX_ClosedDistributionIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_ClosedDistributionIndex_Distribution", nameof(ClosedDistributionIndex.DistributionId));
            },
            CounterCollection.Name);
        return 1;
    }
}

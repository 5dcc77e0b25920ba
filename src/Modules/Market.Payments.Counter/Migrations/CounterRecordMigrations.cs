using Market.Ledger.Postings;
using Market.Payments.Counter.Entries;
using Market.Payments.Counter.Indexes;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.Counter.Migrations;

/// <summary>What became of the counter's entries.</summary>
public sealed class CounterRecordMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<CounterRecordIndex>(
            table => table
                .Column<string>(nameof(CounterRecordIndex.EntryId), column => column.NotNull().Unique().WithLength(SentEntry.MaxIdLength))
                .Column<string>(nameof(CounterRecordIndex.AccountId), column => column.NotNull().WithLength(PostingRules.MaxIdLength))
                .Column<string>(nameof(CounterRecordIndex.DistributionId), column => column.NotNull().WithLength(PostingRules.MaxIdLength))
                .Column<int>(nameof(CounterRecordIndex.Place), column => column.NotNull())
                .Column<bool>(nameof(CounterRecordIndex.Stands), column => column.NotNull())
                .Column<string>(nameof(CounterRecordIndex.Bank), column => column.WithLength(PostingRules.MaxDetailLength)),
            CounterCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<CounterRecordIndex>(
            table =>
            {
                table.CreateIndex("IDX_CounterRecordIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_CounterRecordIndex_Distribution", nameof(CounterRecordIndex.DistributionId));
                table.CreateIndex("IDX_CounterRecordIndex_Account", nameof(CounterRecordIndex.AccountId), nameof(CounterRecordIndex.Place));
                table.CreateIndex("IDX_CounterRecordIndex_Bank", nameof(CounterRecordIndex.Bank), nameof(CounterRecordIndex.AccountId));
            },
            CounterCollection.Name);
        return 1;
    }
}

using Market.Payments.Indexes;
using Market.Payments.Storage;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.Migrations;

/// <summary>What is booked of payouts, and the one row that says how far their chain goes.</summary>
public sealed class PayoutMigrations(LedgerTables tables) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<PayoutEntryIndex>(
            table => table
                .Column<long>(nameof(PayoutEntryIndex.Sequence), column => column.NotNull().Unique())
                .Column<string>(nameof(PayoutEntryIndex.PayoutHash), column => column.NotNull().WithLength(KeyHash.Length))
                .Column<string>(nameof(PayoutEntryIndex.OccurredOn), column => column.NotNull().WithLength(10))
                .Column<long>(nameof(PayoutEntryIndex.RecordedMilliseconds), column => column.NotNull()),
            LedgerCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<PayoutEntryIndex>(
            table =>
            {
                table.CreateIndex("IDX_PayoutEntryIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_PayoutEntryIndex_Payout", nameof(PayoutEntryIndex.PayoutHash));
                table.CreateIndex("IDX_PayoutEntryIndex_OccurredOn", nameof(PayoutEntryIndex.OccurredOn));
            },
            LedgerCollection.Name);

        await SchemaBuilder.CreateTableAsync(LedgerTables.PayoutTable, table => table
            .Column<long>("Sequence", column => column.NotNull())
            .Column<string>("Hash", column => column.NotNull().WithLength(64))
            .Column<long>("LastRecorded"));
        await tables.ExecuteAsync(SchemaBuilder.Transaction, $"INSERT INTO {tables.Payouts} ([Sequence], [Hash]) VALUES (0, '')");
        return 1;
    }
}

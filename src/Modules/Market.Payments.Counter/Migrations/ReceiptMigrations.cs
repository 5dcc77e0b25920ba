using Market.Ledger.Postings;
using Market.Ledger.Receipts;
using Market.Payments.Counter.Indexes;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.Counter.Migrations;

/// <summary>Receipts, how often each was handed over, and the one row that says how far their chain goes.</summary>
public sealed class ReceiptMigrations(ReceiptTables tables) : DataMigration
{
    private const int HashLength = 64;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ReceiptIndex>(
            table => table
                .Column<long>(nameof(ReceiptIndex.Number), column => column.NotNull().Unique())
                .Column<string>(nameof(ReceiptIndex.AccountId), column => column.NotNull().WithLength(PostingRules.MaxIdLength))
                .Column<string>(nameof(ReceiptIndex.TokenHash), column => column.NotNull().Unique().WithLength(HashLength))
                .Column<long>(nameof(ReceiptIndex.IssuedMilliseconds), column => column.NotNull()),
            CounterCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<ReceiptIndex>(
            table =>
            {
                table.CreateIndex("IDX_ReceiptIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_ReceiptIndex_Account", nameof(ReceiptIndex.AccountId), nameof(ReceiptIndex.Number));
            },
            CounterCollection.Name);

        await SchemaBuilder.CreateMapIndexTableAsync<ReceiptPaymentIndex>(
            table => table
                .Column<string>(nameof(ReceiptPaymentIndex.OperationId), column => column.NotNull().Unique().WithLength(PostingRules.MaxIdLength))
                .Column<long>(nameof(ReceiptPaymentIndex.Number), column => column.NotNull()),
            CounterCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<ReceiptPaymentIndex>(
            table => table.CreateIndex("IDX_ReceiptPaymentIndex_DocumentId", "DocumentId"),
            CounterCollection.Name);

        await SchemaBuilder.CreateMapIndexTableAsync<ReceiptHandoutIndex>(
            table => table
                .Column<long>(nameof(ReceiptHandoutIndex.Number), column => column.NotNull())
                .Column<int>(nameof(ReceiptHandoutIndex.Ordinal), column => column.NotNull())
                .Column<string>(nameof(ReceiptHandoutIndex.Place), column => column.NotNull().Unique().WithLength(40))
                .Column<string>(nameof(ReceiptHandoutIndex.FormKey), column => column.NotNull().Unique().WithLength(PostingRules.MaxKeyLength)),
            CounterCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<ReceiptHandoutIndex>(
            table =>
            {
                table.CreateIndex("IDX_ReceiptHandoutIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_ReceiptHandoutIndex_Number", nameof(ReceiptHandoutIndex.Number));
            },
            CounterCollection.Name);

        await SchemaBuilder.CreateTableAsync(ReceiptTables.HeadTable, table => table
            .Column<long>(nameof(ReceiptHead.Number), column => column.NotNull())
            .Column<string>(nameof(ReceiptHead.Hash), column => column.NotNull().WithLength(HashLength))
            .Column<long>(ReceiptTables.LastIssued));
        await tables.BeginAsync(SchemaBuilder.Transaction);
        return 1;
    }
}

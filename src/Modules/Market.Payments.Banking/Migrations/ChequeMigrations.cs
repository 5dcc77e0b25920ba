using Market.Payments.Banking.Indexes;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.Banking.Migrations;

/// <summary>Cheques, deposit slips, and the row that their changes lock. The cheques of before are read from the ledger when they are first asked for.</summary>
public sealed class ChequeMigrations(ChequeTables tables) : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ChequeIndex>(
            table => table
                .Column<string>(nameof(ChequeIndex.ChequeId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<string>(nameof(ChequeIndex.AccountId), column => column.NotNull().WithLength(IdLength))
                .Column<string>(nameof(ChequeIndex.OperationId), column => column.Unique().WithLength(IdLength))
                .Column<string>(nameof(ChequeIndex.PendingPaymentId), column => column.Unique().WithLength(IdLength))
                .Column<string>(nameof(ChequeIndex.State), column => column.NotNull().WithLength(20))
                .Column<string>(nameof(ChequeIndex.BankDay), column => column.NotNull().WithLength(10))
                .Column<long>(nameof(ChequeIndex.Slip)),
            BankingCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<ChequeIndex>(
            table =>
            {
                table.CreateIndex("IDX_ChequeIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_ChequeIndex_State", nameof(ChequeIndex.State), nameof(ChequeIndex.BankDay));
                table.CreateIndex("IDX_ChequeIndex_Account", nameof(ChequeIndex.AccountId));
                table.CreateIndex("IDX_ChequeIndex_Slip", nameof(ChequeIndex.Slip));
            },
            BankingCollection.Name);

        await SchemaBuilder.CreateMapIndexTableAsync<SlipIndex>(
            table => table
                .Column<long>(nameof(SlipIndex.Number), column => column.NotNull().Unique())
                .Column<string>(nameof(SlipIndex.FormKey), column => column.NotNull().Unique().WithLength(200))
                .Column<bool>(nameof(SlipIndex.IsBanked), column => column.NotNull()),
            BankingCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<SlipIndex>(
            table => table.CreateIndex("IDX_SlipIndex_DocumentId", "DocumentId"),
            BankingCollection.Name);

        await SchemaBuilder.CreateTableAsync(ChequeTables.HeadTable, table => table
            .Column<long>("Slips", column => column.NotNull())
            .Column<long>("ReadUntil"));
        await tables.BeginAsync(SchemaBuilder.Transaction);
        return 1;
    }
}

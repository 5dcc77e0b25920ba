using Market.Payments.Indexes;
using Market.Payments.Storage;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.Migrations;

/// <summary>What happened to cash drawers, and the one row that says how far their chain goes.</summary>
public sealed class DrawerMigrations(LedgerTables tables) : DataMigration
{
    private const int IdLength = 40;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<DrawerEntryIndex>(
            table => table
                .Column<long>(nameof(DrawerEntryIndex.Sequence), column => column.NotNull().Unique())
                .Column<string>(nameof(DrawerEntryIndex.DrawerId), column => column.NotNull().WithLength(IdLength))
                .Column<string>(nameof(DrawerEntryIndex.Movement), column => column.NotNull().WithLength(20))
                .Column<string>(nameof(DrawerEntryIndex.OccurredOn), column => column.NotNull().WithLength(10))
                .Column<long>(nameof(DrawerEntryIndex.RecordedMilliseconds), column => column.NotNull())
                .Column<string>(nameof(DrawerEntryIndex.KeyHash), column => column.NotNull().Unique().WithLength(KeyHash.Length)),
            LedgerCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<DrawerEntryIndex>(
            table =>
            {
                table.CreateIndex("IDX_DrawerEntryIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_DrawerEntryIndex_Drawer", nameof(DrawerEntryIndex.DrawerId));
                table.CreateIndex("IDX_DrawerEntryIndex_Movement", nameof(DrawerEntryIndex.Movement), nameof(DrawerEntryIndex.Sequence));
                table.CreateIndex("IDX_DrawerEntryIndex_OccurredOn", nameof(DrawerEntryIndex.OccurredOn));
                table.CreateIndex("IDX_DrawerEntryIndex_Recorded", nameof(DrawerEntryIndex.RecordedMilliseconds));
            },
            LedgerCollection.Name);

        await SchemaBuilder.CreateTableAsync(LedgerTables.DrawerTable, table => table
            .Column<long>("Sequence", column => column.NotNull())
            .Column<string>("Hash", column => column.NotNull().WithLength(64))
            .Column<long>("LastRecorded"));
        await tables.ExecuteAsync(SchemaBuilder.Transaction, $"INSERT INTO {tables.Drawers} ([Sequence], [Hash]) VALUES (0, '')");
        return 1;
    }
}

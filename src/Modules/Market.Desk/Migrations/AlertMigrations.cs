using Market.Desk.Indexes;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Desk.Migrations;

/// <summary>What people chose to be told of, and what was told.</summary>
public sealed class AlertMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<AlertChoiceIndex>(
            table => table.Column<string>(nameof(AlertChoiceIndex.UserId), column => column.NotNull().Unique().WithLength(26)),
            DeskCollection.Name);
        await SchemaBuilder.CreateMapIndexTableAsync<ToldAlertIndex>(
            table => table
                .Column<string>(nameof(ToldAlertIndex.Source), column => column.NotNull().WithLength(40))
                .Column<string>(nameof(ToldAlertIndex.Place), column => column.NotNull().Unique().WithLength(64)),
            DeskCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<ToldAlertIndex>(table => table.CreateIndex("IDX_ToldAlertIndex_Source", nameof(ToldAlertIndex.Source)), DeskCollection.Name);
        return 1;
    }
}

using Market.Orders.Indexes;
using Market.Orders.Models;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Orders.Migrations;

/// <summary>The table of who wants a mail before orders close.</summary>
public sealed class ClosingReminderMigrations : DataMigration
{
    private const int UserIdLength = 255;

    /// <summary>The first version.</summary>
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ClosingReminderIndex>(
            table => table.Column<string>(nameof(ClosingReminderIndex.UserId), column => column.NotNull().Unique().WithLength(UserIdLength)),
            collection: OrdersConstants.Collection);
        return 1;
    }
}

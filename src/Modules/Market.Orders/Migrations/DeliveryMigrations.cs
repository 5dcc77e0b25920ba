using Market.Orders.Indexes;
using Market.Orders.Models;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Orders.Migrations;

/// <summary>The table of what was corrected for all orders of a distribution.</summary>
public sealed class DeliveryMigrations : DataMigration
{
    private const int IdLength = 26;
    private const int HashLength = 64;

    /// <summary>The first version.</summary>
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<DeliveryCorrectionIndex>(
            table => table
                .Column<string>(nameof(DeliveryCorrectionIndex.DistributionId), column => column.WithLength(IdLength))
                .Column<string>(nameof(DeliveryCorrectionIndex.FormKeyHash), column => column.NotNull().Unique().WithLength(HashLength)),
            collection: OrdersConstants.Collection);
        await SchemaBuilder.AlterIndexTableAsync<DeliveryCorrectionIndex>(
            table => table.CreateIndex("IDX_DeliveryCorrectionIndex_DistributionId", nameof(DeliveryCorrectionIndex.DistributionId)),
            collection: OrdersConstants.Collection);
        return 1;
    }
}

using Market.Orders.Indexes;
using Market.Orders.Models;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Orders.Migrations;

/// <summary>The table of what producers were written.</summary>
public sealed class ProducerNoticeMigrations : DataMigration
{
    private const int IdLength = 26;

    /// <summary>The first version.</summary>
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ProducerNoticeIndex>(
            table => table
                .Column<string>(nameof(ProducerNoticeIndex.DistributionId), column => column.WithLength(IdLength))
                .Column<string>(nameof(ProducerNoticeIndex.NoticeKey), column => column.NotNull().Unique().WithLength((2 * IdLength) + 1)),
            collection: OrdersConstants.Collection);
        await SchemaBuilder.AlterIndexTableAsync<ProducerNoticeIndex>(
            table => table.CreateIndex("IDX_ProducerNoticeIndex_DistributionId", nameof(ProducerNoticeIndex.DistributionId)),
            collection: OrdersConstants.Collection);
        return 1;
    }
}

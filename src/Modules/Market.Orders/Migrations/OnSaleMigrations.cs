using Market.Orders.Indexes;
using Market.Orders.Models;
using OrchardCore.Data.Migration;

namespace Market.Orders.Migrations;

/// <summary>The table of what distributions have on sale. Those of before have no list, and sell all products without limits.</summary>
public sealed class OnSaleMigrations : DataMigration
{
    private const int IdLength = 26;

    /// <summary>The first version.</summary>
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateTableAsync(SaleTable.Name, table => table
            .Column<string>(SaleTable.Key, column => column.NotNull().Unique().WithLength((2 * IdLength) + 1))
            .Column<string>(SaleTable.DistributionId, column => column.NotNull().WithLength(IdLength))
            .Column<string>(nameof(SaleItem.ProductId), column => column.NotNull().WithLength(IdLength))
            .Column<long>(nameof(SaleItem.PriceMinorUnits))
            .Column<int>(nameof(SaleItem.Stock))
            .Column<int>(nameof(SaleItem.PerAccount))
            .Column<long>(nameof(SaleItem.Taken), column => column.NotNull()));
        await SchemaBuilder.AlterTableAsync(SaleTable.Name, table => table.CreateIndex("IDX_OrdersOnSale_DistributionId", SaleTable.DistributionId));
        return 1;
    }
}

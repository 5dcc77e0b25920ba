using System.Text.Json.Nodes;
using Market.Orders.Indexes;
using Market.Orders.Models;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Orders.Migrations;

/// <summary>Defines the module's content types and tables.</summary>
public sealed class OrdersMigrations : DataMigration
{
    private const int IdLength = 26;
    private const int HashLength = 64;

    // Values of the Title module's TitlePartOptions; its assembly is a module, which is referred to by name only.
    private const int TitleIsTyped = 3;
    private const int TitleIsGenerated = 2;

    private readonly IContentDefinitionManager _contentDefinitionManager;

    /// <summary>Creates the migration.</summary>
    public OrdersMigrations(IContentDefinitionManager contentDefinitionManager) => _contentDefinitionManager = contentDefinitionManager;

    /// <summary>The first version.</summary>
    public async Task<int> CreateAsync()
    {
        await DefineContentAsync();
        await CreateContentIndexesAsync();
        await CreateOrderIndexAsync();
        return 1;
    }

    private async Task DefineContentAsync()
    {
        await _contentDefinitionManager.AlterTypeDefinitionAsync(OrdersConstants.Producer, type => type
            .WithDisplayName("Producer").Creatable().Listable().Draftable().Versionable().Securable()
            .WithPart("TitlePart", part => part.WithPosition("0").MergeSettings(Title(TitleIsTyped, string.Empty)))
            .WithPart(nameof(ProducerPart), part => part.WithPosition("1")));

        await _contentDefinitionManager.AlterTypeDefinitionAsync(OrdersConstants.Product, type => type
            .WithDisplayName("Product").Creatable().Listable().Draftable().Versionable().Securable()
            .WithPart("TitlePart", part => part.WithPosition("0").MergeSettings(Title(TitleIsTyped, string.Empty)))
            .WithPart(nameof(ProductPart), part => part.WithPosition("1")));

        // A distribution is called by its day and place, so nobody types a title for it.
        await _contentDefinitionManager.AlterTypeDefinitionAsync(OrdersConstants.Distribution, type => type
            .WithDisplayName("Distribution").Creatable().Listable().Draftable().Versionable().Securable()
            .WithPart("TitlePart", part => part.WithPosition("0").MergeSettings(Title(
                TitleIsGenerated,
                "{{ ContentItem.Content.DistributionPart.Date }} · {{ ContentItem.Content.DistributionPart.Place }}")))
            .WithPart(nameof(DistributionPart), part => part.WithPosition("1")));
    }

    private async Task CreateContentIndexesAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<DistributionIndex>(table => table
            .Column<string>(nameof(DistributionIndex.ContentItemId), column => column.WithLength(IdLength))
            .Column<string>(nameof(DistributionIndex.Date), column => column.WithLength(10))
            .Column<DateTime>(nameof(DistributionIndex.OpensUtc))
            .Column<DateTime>(nameof(DistributionIndex.ClosesUtc))
            .Column<bool>(nameof(DistributionIndex.Published)));

        await SchemaBuilder.AlterIndexTableAsync<DistributionIndex>(table => table
            .CreateIndex("IDX_DistributionIndex_Published", nameof(DistributionIndex.Published), nameof(DistributionIndex.Date)));

        await SchemaBuilder.CreateMapIndexTableAsync<ProductIndex>(table => table
            .Column<string>(nameof(ProductIndex.ContentItemId), column => column.WithLength(IdLength))
            .Column<string>(nameof(ProductIndex.ProducerId), column => column.WithLength(IdLength))
            .Column<bool>(nameof(ProductIndex.Published)));

        await SchemaBuilder.AlterIndexTableAsync<ProductIndex>(table => table
            .CreateIndex("IDX_ProductIndex_ProducerId", nameof(ProductIndex.ProducerId), nameof(ProductIndex.Published)));
    }

    private async Task CreateOrderIndexAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<OrderIndex>(
            table => table
                .Column<string>(nameof(OrderIndex.OrderId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<string>(nameof(OrderIndex.AccountId), column => column.WithLength(IdLength))
                .Column<string>(nameof(OrderIndex.DistributionId), column => column.WithLength(IdLength))
                .Column<string>(nameof(OrderIndex.Status), column => column.WithLength(16))
                .Column<long>(nameof(OrderIndex.TotalMinorUnits))
                .Column<int>(nameof(OrderIndex.Revision))
                .Column<DateTime>(nameof(OrderIndex.PlacedUtc))
                .Column<string>(nameof(OrderIndex.PlacedKey), column => column.NotNull().Unique().WithLength(HashLength))
                .Column<string>(nameof(OrderIndex.FormKeyHash), column => column.NotNull().Unique().WithLength(HashLength)),
            collection: OrdersConstants.Collection);

        await SchemaBuilder.AlterIndexTableAsync<OrderIndex>(
            table => table.CreateIndex("IDX_OrderIndex_DistributionId", nameof(OrderIndex.DistributionId)),
            collection: OrdersConstants.Collection);

        await SchemaBuilder.AlterIndexTableAsync<OrderIndex>(
            table => table.CreateIndex("IDX_OrderIndex_AccountId", nameof(OrderIndex.AccountId), nameof(OrderIndex.PlacedUtc)),
            collection: OrdersConstants.Collection);
    }

    private static JsonObject Title(int options, string pattern) => new()
    {
        ["TitlePartSettings"] = new JsonObject { ["Options"] = options, ["Pattern"] = pattern },
    };
}

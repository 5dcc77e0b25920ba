using System.Text.Json.Nodes;
using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Orders.Workflows.Events;
using Market.Payments;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using OrchardCore.Workflows.Services;
using YesSql.Sql;

namespace Market.Orders.Migrations;

/// <summary>Defines the module's content types and tables.</summary>
public sealed class OrdersMigrations(IContentDefinitionManager contentDefinitionManager, IWorkflowTypeStore workflowTypes) : DataMigration
{
    private const int IdLength = 26;
    private const int HashLength = 64;

    // Values of the Title module's TitlePartOptions; its assembly is a module, which is referred to by name only.
    internal const int TitleIsTyped = 3;
    private const int TitleIsGenerated = 2;

    // What raised an order's debit before there were events after the commit.
    private static readonly Dictionary<string, string> InTransaction = new()
    {
        [nameof(OrderPlacedEvent)] = nameof(OrderPlacingEvent),
        [nameof(OrderChangedEvent)] = nameof(OrderChangingEvent),
        [nameof(OrderCancelledEvent)] = nameof(OrderCancellingEvent),
    };

    /// <summary>The first version.</summary>
    public async Task<int> CreateAsync()
    {
        await DefineContentAsync();
        await CreateContentIndexesAsync();
        await CreateOrderIndexAsync();
        return 1;
    }

    /// <summary>What was told of distributions; and the workflows that post debits stay in the order's transaction.</summary>
    public async Task<int> UpdateFrom1Async()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<DistributionNoticeIndex>(
            table => table.Column<string>(nameof(DistributionNoticeIndex.DistributionId), column => column.NotNull().Unique().WithLength(IdLength)),
            collection: OrdersConstants.Collection);

        foreach (var type in await workflowTypes.ListAsync())
        {
            if (type.Activities.Any(activity => activity.Name == WorkflowTasks.PostOrderDebit))
            {
                foreach (var activity in type.Activities)
                {
                    activity.Name = InTransaction.GetValueOrDefault(activity.Name, activity.Name);
                }

                await workflowTypes.SaveAsync(type);
            }
        }

        return 2;
    }

    private async Task DefineContentAsync()
    {
        await contentDefinitionManager.AlterTypeDefinitionAsync(OrdersConstants.Producer, type => type
            .WithDisplayName("Producer").Creatable().Listable().Draftable().Versionable().Securable()
            .WithPart("TitlePart", part => part.WithPosition("0").MergeSettings(Title(TitleIsTyped, string.Empty)))
            .WithPart(nameof(ProducerPart), part => part.WithPosition("1")));

        await contentDefinitionManager.AlterTypeDefinitionAsync(OrdersConstants.Product, type => type
            .WithDisplayName("Product").Creatable().Listable().Draftable().Versionable().Securable()
            .WithPart("TitlePart", part => part.WithPosition("0").MergeSettings(Title(TitleIsTyped, string.Empty)))
            .WithPart(nameof(ProductPart), part => part.WithPosition("1")));

        // A distribution is called by its day and place, so nobody types a title for it.
        await contentDefinitionManager.AlterTypeDefinitionAsync(OrdersConstants.Distribution, type => type
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

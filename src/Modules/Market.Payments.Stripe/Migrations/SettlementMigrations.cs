using Market.Payments.Stripe.Indexes;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using YesSql.Sql;

namespace Market.Payments.Stripe.Migrations;

/// <summary>Settlement statements by what is searched.</summary>
[Feature(StripeFeatures.Producers)]
public sealed class SettlementMigrations : DataMigration
{
    private const int IdLength = 26;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<SettlementIndex>(
            table => table
                .Column<string>(nameof(SettlementIndex.StatementId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<string>(nameof(SettlementIndex.ProducerId), column => column.NotNull().WithLength(IdLength))
                .Column<string>(nameof(SettlementIndex.PlaceHash), column => column.NotNull().Unique().WithLength(TextKey.Length))
                .Column<bool>(nameof(SettlementIndex.IsLive), column => column.NotNull())
                .Column<string>(nameof(SettlementIndex.State), column => column.NotNull().WithLength(20))
                .Column<long>(nameof(SettlementIndex.MadeMilliseconds), column => column.NotNull()),
            StripeCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<SettlementIndex>(
            table =>
            {
                table.CreateIndex("IDX_SettlementIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_SettlementIndex_Producer", nameof(SettlementIndex.ProducerId), nameof(SettlementIndex.MadeMilliseconds));
                table.CreateIndex("IDX_SettlementIndex_Made", nameof(SettlementIndex.MadeMilliseconds));
                table.CreateIndex("IDX_SettlementIndex_State", nameof(SettlementIndex.State));
            },
            StripeCollection.Name);

        return await UpdateFrom1Async();
    }

    /// <summary>The orders of statements.</summary>
    public async Task<int> UpdateFrom1Async()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<StatementOrdersIndex>(
            table => table.Column<string>(nameof(StatementOrdersIndex.StatementId), column => column.NotNull().Unique().WithLength(IdLength)),
            StripeCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<StatementOrdersIndex>(
            table => table.CreateIndex("IDX_StatementOrdersIndex_DocumentId", "DocumentId"),
            StripeCollection.Name);
        return 2;
    }
}

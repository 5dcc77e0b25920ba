using Market.Payments.Accounts;
using Market.Payments.Indexes;
using Market.Payments.Models;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.Migrations;

/// <summary>The <c>Client</c> content type and the index that finds its items.</summary>
public sealed class ClientMigrations(IContentDefinitionManager definitions) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await definitions.AlterPartDefinitionAsync(nameof(ClientAccountPart), part => part
            .Attachable()
            .WithDisplayName("Client account")
            .WithDescription("Makes a content item a client account."));
        await definitions.AlterTypeDefinitionAsync(AccountOpening.ContentType, type => type
            .WithDisplayName("Client")
            .Creatable()
            .Listable()
            .Securable()
            .WithPart(nameof(ClientAccountPart)));

        await SchemaBuilder.CreateMapIndexTableAsync<ClientAccountIndex>(table => table
            .Column<string>(nameof(ClientAccountIndex.AccountId), column => column.NotNull().Unique().WithLength(26))
            .Column<string>(nameof(ClientAccountIndex.Number), column => column.NotNull().Unique().WithLength(20))
            .Column<string>(nameof(ClientAccountIndex.Reference), column => column.NotNull().WithLength(25))
            .Column<string>(nameof(ClientAccountIndex.UserId), column => column.WithLength(26))
            .Column<string>(nameof(ClientAccountIndex.Name), column => column.NotNull().WithLength(ClientAccountPart.MaxNameLength))
            .Column<string>(nameof(ClientAccountIndex.Search), column => column.NotNull().WithLength(SearchText.MaxLength))
            .Column<bool>(nameof(ClientAccountIndex.IsOpen), column => column.NotNull())
            .Column<long>(nameof(ClientAccountIndex.Floor)));
        await SchemaBuilder.AlterIndexTableAsync<ClientAccountIndex>(table =>
        {
            table.CreateIndex("IDX_ClientAccountIndex_DocumentId", "DocumentId");
            table.CreateIndex("IDX_ClientAccountIndex_UserId", nameof(ClientAccountIndex.UserId));
        });

        return 1;
    }
}

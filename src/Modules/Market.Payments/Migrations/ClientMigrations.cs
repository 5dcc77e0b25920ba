using Market.Ledger.Postings;
using Market.Payments.Accounts;
using Market.Payments.Indexes;
using Market.Payments.Models;
using Market.Payments.Storage;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.Migrations;

/// <summary>The <c>Client</c> content type and the index that finds its items.</summary>
public sealed class ClientMigrations(IContentDefinitionManager definitions, LedgerTables tables) : DataMigration
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
            .Column<string>(nameof(ClientAccountIndex.Search), column => column.NotNull().WithLength(NameText.MaxLength))
            .Column<bool>(nameof(ClientAccountIndex.IsOpen), column => column.NotNull())
            .Column<long>(nameof(ClientAccountIndex.Floor)));
        await SchemaBuilder.AlterIndexTableAsync<ClientAccountIndex>(table =>
        {
            table.CreateIndex("IDX_ClientAccountIndex_DocumentId", "DocumentId");
            table.CreateIndex("IDX_ClientAccountIndex_UserId", nameof(ClientAccountIndex.UserId));
        });

        return 1;
    }

    /// <summary>Names are one line, searched and sorted alike on every database: what is stored of them is made again.</summary>
    public async Task<int> UpdateFrom1Async()
    {
        await SchemaBuilder.AlterIndexTableAsync<ClientAccountIndex>(table =>
            table.AddColumn<string>(nameof(ClientAccountIndex.SortKey), column => column.NotNull().WithDefault(string.Empty).WithLength(NameText.MaxSortKeyLength)));
        var transaction = SchemaBuilder.Transaction;
        foreach (var client in await tables.QueryManyAsync<ClientAccountIndex>(transaction, $"SELECT [AccountId], [Number], [Reference], [Name] FROM {tables.Clients}"))
        {
            var name = OneLine.Of(client.Name);
            await tables.ExecuteAsync(
                transaction,
                $"UPDATE {tables.Clients} SET [Name] = @name, [Search] = @search, [SortKey] = @sortKey WHERE [AccountId] = @AccountId",
                new { name, search = NameText.FoldAll(client.Number, client.Reference, name), sortKey = NameText.SortKey(name), client.AccountId });
        }

        return 2;
    }

    /// <summary>Who sees which account: the holders are known, and nobody else saw one yet.</summary>
    public async Task<int> UpdateFrom2Async()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ClientLoginIndex>(table => table
            .Column<string>(nameof(ClientLoginIndex.AccountId), column => column.NotNull().WithLength(26))
            .Column<string>(nameof(ClientLoginIndex.UserId), column => column.NotNull().WithLength(26))
            .Column<bool>(nameof(ClientLoginIndex.IsHolder), column => column.NotNull()));
        await SchemaBuilder.AlterIndexTableAsync<ClientLoginIndex>(table =>
        {
            table.CreateIndex("IDX_ClientLoginIndex_DocumentId", "DocumentId");
            table.CreateIndex("IDX_ClientLoginIndex_UserId", nameof(ClientLoginIndex.UserId));
            table.CreateIndex("IDX_ClientLoginIndex_AccountId", nameof(ClientLoginIndex.AccountId));
        });
        await tables.ExecuteAsync(
            SchemaBuilder.Transaction,
            $"""
            INSERT INTO {tables.ClientLogins} ([DocumentId], [AccountId], [UserId], [IsHolder])
            SELECT [DocumentId], [AccountId], [UserId], @yes FROM {tables.Clients} WHERE [UserId] IS NOT NULL
            """,
            new { yes = true });
        return 3;
    }

    /// <summary>Clients are listed by name, and the closed ones among many are found. The documents' index is there twice: YesSql makes its own.</summary>
    public async Task<int> UpdateFrom3Async()
    {
        await SchemaBuilder.AlterIndexTableAsync<ClientAccountIndex>(table =>
        {
            table.CreateIndex("IDX_ClientAccountIndex_Name", nameof(ClientAccountIndex.SortKey), nameof(ClientAccountIndex.Number));
            table.CreateIndex("IDX_ClientAccountIndex_Open", nameof(ClientAccountIndex.IsOpen), nameof(ClientAccountIndex.AccountId));
            table.DropIndex("IDX_ClientAccountIndex_DocumentId");
        });
        return 4;
    }

    /// <summary>Pages are found along names and numbers, and searches looked through, by what these indexes hold alone.</summary>
    public async Task<int> UpdateFrom4Async()
    {
        await SchemaBuilder.AlterIndexTableAsync<ClientAccountIndex>(table =>
        {
            table.DropIndex("IDX_ClientAccountIndex_Name");
            table.CreateIndex("IDX_ClientAccountIndex_ByName", nameof(ClientAccountIndex.SortKey), nameof(ClientAccountIndex.Number), nameof(ClientAccountIndex.IsOpen), nameof(ClientAccountIndex.AccountId));
            table.CreateIndex("IDX_ClientAccountIndex_ByNumber", nameof(ClientAccountIndex.Number), nameof(ClientAccountIndex.IsOpen), nameof(ClientAccountIndex.AccountId));
            table.CreateIndex("IDX_ClientAccountIndex_Search", nameof(ClientAccountIndex.Search), nameof(ClientAccountIndex.IsOpen), nameof(ClientAccountIndex.AccountId));
        });
        return 5;
    }
}

using Market.Payments.Indexes;
using Market.Payments.Storage;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Market.Payments.Migrations;

/// <summary>Who is invited to what. The collection is made by <see cref="LedgerMigrations"/>, which is registered before.</summary>
public sealed class InvitationMigrations : DataMigration
{
    private const int IdLength = 26;

    private const int NameLength = 20;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<InvitationIndex>(
            table => table
                .Column<string>(nameof(InvitationIndex.InvitationId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<string>(nameof(InvitationIndex.Kind), column => column.NotNull().WithLength(NameLength))
                .Column<string>(nameof(InvitationIndex.AccountId), column => column.WithLength(IdLength))
                .Column<string>(nameof(InvitationIndex.AddressKey), column => column.NotNull().WithLength(255))
                .Column<string>(nameof(InvitationIndex.State), column => column.NotNull().WithLength(NameLength))
                .Column<string>(nameof(InvitationIndex.Mail), column => column.NotNull().WithLength(NameLength))
                .Column<long>(nameof(InvitationIndex.ExpiresMilliseconds), column => column.NotNull()),
            LedgerCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<InvitationIndex>(
            table =>
            {
                table.CreateIndex("IDX_InvitationIndex_DocumentId", "DocumentId");
                table.CreateIndex("IDX_InvitationIndex_Account", nameof(InvitationIndex.AccountId), nameof(InvitationIndex.State));
                table.CreateIndex("IDX_InvitationIndex_Kind", nameof(InvitationIndex.Kind), nameof(InvitationIndex.AddressKey));
            },
            LedgerCollection.Name);
        return 1;
    }
}

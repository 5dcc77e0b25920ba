using OrchardCore.Data.Migration;
using OtherShop.Indexes;
using OtherShop.Models;
using YesSql.Sql;

namespace OtherShop.Migrations;

/// <summary>Makes the module's table.</summary>
public sealed class MembershipMigrations : DataMigration
{
    private const int IdLength = 26;
    private const int DayLength = 10;
    private const int KeyLength = 200;

    /// <summary>The first version.</summary>
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<MembershipIndex>(
            table => table
                .Column<string>(nameof(MembershipIndex.MembershipId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<string>(nameof(MembershipIndex.AccountId), column => column.NotNull().WithLength(IdLength))
                .Column<string>(nameof(MembershipIndex.FirstDay), column => column.NotNull().WithLength(DayLength))
                .Column<bool>(nameof(MembershipIndex.IsCancelled))
                .Column<string>(nameof(MembershipIndex.YearKey), column => column.NotNull().Unique().WithLength(IdLength + 1 + DayLength))
                .Column<string>(nameof(MembershipIndex.FormKey), column => column.NotNull().Unique().WithLength(KeyLength)),
            collection: Membership.Collection);

        await SchemaBuilder.AlterIndexTableAsync<MembershipIndex>(
            table => table.CreateIndex("IDX_MembershipIndex_AccountId", nameof(MembershipIndex.AccountId), nameof(MembershipIndex.FirstDay)),
            collection: Membership.Collection);
        return 1;
    }
}

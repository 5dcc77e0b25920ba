using Market.Payments.Indexes;
using Market.Payments.Storage;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Data.Migration;
using OrchardCore.Security;
using YesSql.Sql;

namespace Market.Payments.Migrations;

/// <summary>
/// What is charged to many accounts at once, and the right to it for roles of a site from before there was one: those that correct accounts
/// one by one. The collection is made by <see cref="LedgerMigrations"/>, which is registered before.
/// </summary>
public sealed class FeeMigrations(RoleManager<IRole> roles) : DataMigration
{
    private const int IdLength = 26;

    private const int NamePlaceLength = KeyHash.Length + 11;

    private const int StateLength = 16;

    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<FeeRunIndex>(
            table => table
                .Column<string>(nameof(FeeRunIndex.RunId), column => column.NotNull().Unique().WithLength(IdLength))
                .Column<string>(nameof(FeeRunIndex.KeyHash), column => column.NotNull().Unique().WithLength(KeyHash.Length))
                .Column<string>(nameof(FeeRunIndex.NameHash), column => column.NotNull().WithLength(KeyHash.Length))
                .Column<string>(nameof(FeeRunIndex.NamePlace), column => column.NotNull().Unique().WithLength(NamePlaceLength))
                .Column<string>(nameof(FeeRunIndex.State), column => column.NotNull().WithLength(StateLength))
                .Column<long>(nameof(FeeRunIndex.ProposedMilliseconds), column => column.NotNull()),
            LedgerCollection.Name);
        await SchemaBuilder.AlterIndexTableAsync<FeeRunIndex>(
            table => table.CreateIndex("IDX_FeeRunIndex_NameHash", nameof(FeeRunIndex.NameHash), nameof(FeeRunIndex.State)),
            LedgerCollection.Name);
        foreach (var role in roles.Roles.OfType<Role>().ToList())
        {
            var has = role.RoleClaims.Select(claim => claim.ClaimValue).ToHashSet(StringComparer.Ordinal);
            if (has.Contains(PaymentsRights.CorrectOperations) && !has.Contains(PaymentsRights.ChargeFees))
            {
                role.RoleClaims.Add(RoleClaim.Create(PaymentsRights.ChargeFees));
                await roles.UpdateAsync(role);
            }
        }

        return 1;
    }
}

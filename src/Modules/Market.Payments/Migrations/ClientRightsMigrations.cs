using Market.Payments.Accounts;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Contents;
using OrchardCore.Data.Migration;
using OrchardCore.Security;

namespace Market.Payments.Migrations;

/// <summary>
/// The right to manage clients, for the roles of a site from before there was one: those that record or correct and could write clients
/// until now. A role that only writes content does not get it.
/// </summary>
public sealed class ClientRightsMigrations(RoleManager<IRole> roles) : DataMigration
{
    private static readonly string[] OfTheMarket = [PaymentsRights.RecordPayments, PaymentsRights.CorrectOperations];

    private static readonly string[] ToWrite = [CommonPermissions.PublishContent.Name, $"Publish_{AccountOpening.ContentType}"];

    public async Task<int> CreateAsync()
    {
        foreach (var role in roles.Roles.OfType<Role>().ToList())
        {
            var has = role.RoleClaims.Select(claim => claim.ClaimValue).ToHashSet(StringComparer.Ordinal);
            if (has.Overlaps(OfTheMarket) && has.Overlaps(ToWrite) && !has.Contains(PaymentsRights.ManageClients))
            {
                role.RoleClaims.Add(RoleClaim.Create(PaymentsRights.ManageClients));
                await roles.UpdateAsync(role);
            }
        }

        return 1;
    }
}

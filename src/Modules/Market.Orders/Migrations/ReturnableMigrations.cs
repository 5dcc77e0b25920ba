using System.Text.Json.Nodes;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.AspNetCore.Identity;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using OrchardCore.Security;

namespace Market.Orders.Migrations;

/// <summary>Defines the content type of packaging on deposit. Roles that write products until now write it too.</summary>
public sealed class ReturnableMigrations(IContentDefinitionManager contentDefinitionManager, RoleManager<IRole> roles) : DataMigration
{
    private static readonly string ToWriteProducts = $"Publish_{OrdersConstants.Product}";

    /// <summary>The first version.</summary>
    public async Task<int> CreateAsync()
    {
        await contentDefinitionManager.AlterTypeDefinitionAsync(OrdersConstants.Returnable, type => type
            .WithDisplayName("Returnable").Creatable().Listable().Draftable().Versionable().Securable()
            .WithPart("TitlePart", part => part.WithPosition("0").MergeSettings(new JsonObject
            {
                ["TitlePartSettings"] = new JsonObject { ["Options"] = OrdersMigrations.TitleIsTyped, ["Pattern"] = string.Empty },
            }))
            .WithPart(nameof(ReturnablePart), part => part.WithPosition("1")));

        foreach (var role in roles.Roles.OfType<Role>().ToList())
        {
            var has = role.RoleClaims.Select(claim => claim.ClaimValue).ToHashSet(StringComparer.Ordinal);
            var missing = ContentRights.Of(OrdersConstants.Returnable).Where(right => !has.Contains(right)).ToList();
            if (has.Contains(ToWriteProducts) && missing.Count > 0)
            {
                role.RoleClaims.AddRange(missing.Select(RoleClaim.Create));
                await roles.UpdateAsync(role);
            }
        }

        return 1;
    }
}

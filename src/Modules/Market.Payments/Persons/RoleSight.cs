using Microsoft.Extensions.Localization;
using OrchardCore;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;
using OrchardCore.Security.Services;

namespace Market.Payments.Persons;

/// <summary>Which roles see something, by the permissions that they have now.</summary>
public sealed class RoleSight(IRoleService roles, IPermissionService permissions, IPermissionGrantingService granting, IStringLocalizer<RoleSight> S)
{
    /// <summary>The roles that have one of these permissions, for people; whoever administers the site sees everything.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(IReadOnlyList<string> names)
    {
        var requirements = (await permissions.FindByNamesAsync(names)).Select(permission => new PermissionRequirement(permission)).ToList();
        var seeing = new List<string>();
        foreach (var role in (await roles.GetRolesAsync()).Where(role => role.RoleName != OrchardCoreConstants.Roles.Anonymous))
        {
            var claims = (await roles.GetRoleClaimsAsync(role.RoleName)).ToList();
            if (await roles.IsAdminRoleAsync(role.RoleName) || requirements.Exists(requirement => granting.IsGranted(requirement, claims)))
            {
                seeing.Add(Label(role.RoleName));
            }
        }

        return seeing;
    }

    private string Label(string role) => role switch
    {
        OrchardCoreConstants.Roles.Administrator => S["administrators"],
        OrchardCoreConstants.Roles.Authenticated => S["everybody who is signed in"],
        MarketRoles.Coordinator => S["coordinators"],
        MarketRoles.Volunteer => S["volunteers at the counter"],
        _ => role,
    };
}

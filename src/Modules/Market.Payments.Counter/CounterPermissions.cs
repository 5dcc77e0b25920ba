using Microsoft.AspNetCore.Authorization;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace Market.Payments.Counter;

/// <summary>The module's permissions.</summary>
public static class CounterPermissions
{
    public static readonly Permission UseCounter = new(CounterRights.UseCounter, "Take payments at the counter of a distribution", isSecurityCritical: true);

    public static readonly Permission ManageDrawers = new(CounterRights.ManageDrawers, "Open, count and close cash drawers", isSecurityCritical: true);

    public static readonly Permission CloseDistributions = new(CounterRights.CloseDistributions, "Close distributions");

    public static readonly Permission ReopenDistributions = new(CounterRights.ReopenDistributions, "Open closed distributions again", isSecurityCritical: true);

    public static readonly IReadOnlyList<Permission> All = [UseCounter, ManageDrawers, CloseDistributions, ReopenDistributions];

    /// <summary>Lets other modules ask for these by name, see <see cref="CounterRights"/>.</summary>
    public static void AddPolicies(AuthorizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var permission in All)
        {
            options.AddPolicy(permission.Name, policy => policy.AddRequirements(new PermissionRequirement(permission)));
        }
    }
}

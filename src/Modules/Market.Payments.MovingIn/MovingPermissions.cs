using Microsoft.AspNetCore.Authorization;
using OrchardCore;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace Market.Payments.MovingIn;

/// <summary>The module's permission, which by default administrators alone have: it makes logins and writes balances.</summary>
public sealed class MovingPermissions : IPermissionProvider
{
    public static readonly Permission MoveIn = new(MovingRights.MoveIn, "Move clients, logins and balances in from another system", isSecurityCritical: true);

    /// <summary>Lets it be asked for by name, see <see cref="MovingRights"/>.</summary>
    public static void AddPolicies(AuthorizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddPolicy(MoveIn.Name, policy => policy.AddRequirements(new PermissionRequirement(MoveIn)));
    }

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([MoveIn]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new() { Name = OrchardCoreConstants.Roles.Administrator, Permissions = [MoveIn] }];
}

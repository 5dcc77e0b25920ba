using Market.Payments;
using OrchardCore;
using OrchardCore.Security.Permissions;

namespace OtherShop;

/// <summary>The module's own permission, which the market's coordinators have from the start.</summary>
public sealed class MembershipPermissions : IPermissionProvider
{
    /// <summary>To renew and cancel memberships.</summary>
    public static readonly Permission ManageMemberships = new("ManageMemberships", "Manage memberships");

    private readonly IEnumerable<Permission> _all = [ManageMemberships];

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult(_all);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = OrchardCoreConstants.Roles.Administrator, Permissions = _all },
        new() { Name = MarketRoles.Coordinator, Permissions = _all },
    ];
}

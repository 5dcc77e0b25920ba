using OrchardCore;
using OrchardCore.Admin;
using OrchardCore.Security.Permissions;

namespace Market.Payments.Counter;

/// <summary>Offers the module's permissions, and gives them to the roles that run a market day.</summary>
public sealed class CounterPermissionsProvider : IPermissionProvider
{
    private static readonly Permission[] OfCoordinator = [CounterPermissions.UseCounter, CounterPermissions.ManageDrawers, CounterPermissions.CloseDistributions];

    // The counter stands in the admin, whose door asks for a right of its own.
    private static readonly Permission[] OfVolunteer = [CounterPermissions.UseCounter, AdminPermissions.AccessAdminPanel];

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(CounterPermissions.All);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = OrchardCoreConstants.Roles.Administrator, Permissions = CounterPermissions.All },
        new() { Name = MarketRoles.Coordinator, Permissions = OfCoordinator },
        new() { Name = MarketRoles.Volunteer, Permissions = OfVolunteer },
    ];
}

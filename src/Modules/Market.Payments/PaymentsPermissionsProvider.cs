using Market.Payments.Accounts;
using OrchardCore;
using OrchardCore.Admin;
using OrchardCore.Security.Permissions;

namespace Market.Payments;

public sealed class PaymentsPermissionsProvider : IPermissionProvider
{
    private static readonly Permission[] OfCoordinator =
    [
        PaymentsPermissions.ViewBalances,
        PaymentsPermissions.RecordPayments,
        PaymentsPermissions.CorrectOperations,
        PaymentsPermissions.ChargeFees,
        PaymentsPermissions.ManageClients,
        AdminPermissions.AccessAdminPanel,
        .. ContentRights.Of(AccountOpening.ContentType).Select(name => new Permission(name)),
    ];

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(PaymentsPermissions.All);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = OrchardCoreConstants.Roles.Administrator, Permissions = PaymentsPermissions.All },
        new() { Name = MarketRoles.Coordinator, Permissions = OfCoordinator },
    ];
}

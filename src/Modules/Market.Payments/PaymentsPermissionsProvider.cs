using OrchardCore;
using OrchardCore.Security.Permissions;

namespace Market.Payments;

public sealed class PaymentsPermissionsProvider : IPermissionProvider
{
    public const string Coordinator = "Coordinator";

    private static readonly Permission[] OfCoordinator =
    [
        PaymentsPermissions.ViewBalances,
        PaymentsPermissions.RecordPayments,
        PaymentsPermissions.CorrectOperations,
    ];

    private static readonly Permission[] All = [.. OfCoordinator, PaymentsPermissions.ManagePaymentSettings, PaymentsPermissions.ManageBooks];

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(All);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = OrchardCoreConstants.Roles.Administrator, Permissions = All },
        new() { Name = Coordinator, Permissions = OfCoordinator },
    ];
}

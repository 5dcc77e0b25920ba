using OrchardCore;
using OrchardCore.Security.Permissions;

namespace Market.Payments.Stripe;

public sealed class StripePermissionsProvider : IPermissionProvider
{
    private static readonly Permission[] All = [StripePermissions.SettleProducers];

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(All);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = OrchardCoreConstants.Roles.Administrator, Permissions = All },
        new() { Name = MarketRoles.Coordinator, Permissions = All },
    ];
}

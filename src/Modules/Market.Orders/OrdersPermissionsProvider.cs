using Market.Orders.Models;
using Market.Payments;
using OrchardCore;
using OrchardCore.Security.Permissions;

namespace Market.Orders;

/// <summary>Offers the module's permissions, and gives them to the roles that run a market.</summary>
public sealed class OrdersPermissionsProvider : IPermissionProvider
{
    private static readonly string[] ContentTypes = [OrdersConstants.Producer, OrdersConstants.Product, OrdersConstants.Distribution, OrdersConstants.Returnable];

    private readonly IEnumerable<Permission> _allPermissions = [OrdersPermissions.ManageOrders, OrdersPermissions.ViewOrders];

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult(_allPermissions);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new PermissionStereotype { Name = OrchardCoreConstants.Roles.Administrator, Permissions = _allPermissions },
        new PermissionStereotype { Name = MarketRoles.Coordinator, Permissions = [.. _allPermissions, .. ContentTypes.SelectMany(ContentRights.Of).Select(name => new Permission(name))] },
    ];
}

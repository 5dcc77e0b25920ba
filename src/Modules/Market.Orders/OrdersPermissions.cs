using OrchardCore.Security.Permissions;

namespace Market.Orders;

/// <summary>The module's permissions.</summary>
public static class OrdersPermissions
{
    /// <summary>To order, change and cancel for members, and to post missing debits.</summary>
    public static readonly Permission ManageOrders = new("ManageOrders", "Manage orders", isSecurityCritical: true);

    /// <summary>To see everybody's orders.</summary>
    public static readonly Permission ViewOrders = new("ViewOrders", "View orders", [ManageOrders]);
}

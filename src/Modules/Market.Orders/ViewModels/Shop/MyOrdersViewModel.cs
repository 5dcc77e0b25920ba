using Market.Ledger.Allocations;
using Market.Orders.Models;

namespace Market.Orders.ViewModels.Shop;

/// <summary>The page of a member's orders.</summary>
public class MyOrdersViewModel
{
    /// <summary>The orders, the newest first, each with how far it is paid; none of that where the account has no debit for it.</summary>
    public required IReadOnlyList<(Order Order, OrderStanding? Standing)> Orders { get; init; }

    /// <summary>The distribution that can be ordered for now, if there is one.</summary>
    public Distribution? Next { get; init; }

    /// <summary>Whether the member gets a mail before orders close.</summary>
    public bool IsReminded { get; init; }

    /// <summary>Whether the account takes orders.</summary>
    public bool IsOpen { get; init; }
}

using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Payments;

namespace Market.Orders.ViewModels;

/// <summary>An order, as coordinators see and change it.</summary>
public class AdminOrderViewModel
{
    /// <summary>The order.</summary>
    public required Order Order { get; init; }

    /// <summary>The account that pays; null where it is unknown.</summary>
    public ClientAccount? Account { get; init; }

    /// <summary>What is offered, with what is ordered.</summary>
    public required OrderSheet Sheet { get; init; }

    /// <summary>What the account owes for it.</summary>
    public required Money Posted { get; init; }

    /// <summary>The name of the user who placed it, where they still exist.</summary>
    public string? PlacedBy { get; init; }

    /// <summary>The name of the user who last changed it, where they still exist.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>That its distribution is closed; none while it is open.</summary>
    public DistributionClosure? Closure { get; init; }

    /// <summary>Whether the user may change it.</summary>
    public bool MayManage { get; init; }

    /// <summary>Whether the books do not say what the order says.</summary>
    public bool Differs => Order.Due() != Posted;
}

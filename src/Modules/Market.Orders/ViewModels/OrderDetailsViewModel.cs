using Market.Ledger.Amounts;
using Market.Orders.Models;
using OrchardCore.DisplayManagement;

namespace Market.Orders.ViewModels;

/// <summary>The page on which a member reads their order.</summary>
public class OrderDetailsViewModel
{
    /// <summary>The order.</summary>
    public required Order Order { get; init; }

    /// <summary>Its distribution, unless it was deleted.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>Whether the member may still change or cancel it.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What the lines cost together.</summary>
    public required Money Total { get; init; }

    /// <summary>The VAT in it.</summary>
    public required Money VatIncluded { get; init; }

    /// <summary>How to pay it online, while it is not paid.</summary>
    public IShape? ToPay { get; init; }
}

using Market.Orders.Models;
using Market.Payments;

namespace Market.Orders.ViewModels;

/// <summary>The form on which a coordinator orders for a member.</summary>
public class AdminNewOrderViewModel
{
    /// <summary>The distribution.</summary>
    public required Distribution Distribution { get; init; }

    /// <summary>What was typed to find a member.</summary>
    public string? Member { get; init; }

    /// <summary>Who may be meant.</summary>
    public IReadOnlyList<OpenAccount> Matches { get; init; } = [];

    /// <summary>The account that pays; null until one is chosen.</summary>
    public ClientAccount? Account { get; init; }

    /// <summary>What is offered; null until an account is chosen.</summary>
    public OrderSheet? Sheet { get; init; }

    /// <summary>The form's key.</summary>
    public required string FormKey { get; init; }
}

using Market.Orders.Models;
using Market.Payments;

namespace Market.Orders.ViewModels;

/// <summary>The page on which a coordinator types in what members ordered on paper, one after the other.</summary>
public class TypeInViewModel
{
    /// <summary>The distribution.</summary>
    public required Distribution Distribution { get; init; }

    /// <summary>That it is closed; none while it is open.</summary>
    public DistributionClosure? Closure { get; init; }

    /// <summary>Every account that takes orders, by name, until one is chosen.</summary>
    public IReadOnlyList<OpenAccount> Accounts { get; init; } = [];

    /// <summary>Which of them have an order already.</summary>
    public IReadOnlySet<string> WithOrder { get; init; } = new HashSet<string>();

    /// <summary>What was typed to find a member.</summary>
    public string? Member { get; init; }

    /// <summary>The accounts that fit it, where they are several.</summary>
    public IReadOnlyList<OpenAccount> Matches { get; init; } = [];

    /// <summary>The account that pays; none until one is chosen.</summary>
    public ClientAccount? Account { get; init; }

    /// <summary>The account's order, which is changed; none where it has none.</summary>
    public Order? Order { get; init; }

    /// <summary>What is offered; none until an account is chosen.</summary>
    public OrderSheet? Sheet { get; init; }

    /// <summary>The form's key.</summary>
    public required string FormKey { get; init; }
}

using Market.Orders.Models;

namespace Market.Orders.ViewModels;

/// <summary>The page on which a member orders, or changes their order.</summary>
public class OrderPageViewModel
{
    /// <summary>The distribution.</summary>
    public required Distribution Distribution { get; init; }

    /// <summary>The other distributions that are open.</summary>
    public required IReadOnlyList<Distribution> Others { get; init; }

    /// <summary>The order that is changed; null where one is placed.</summary>
    public Order? Order { get; init; }

    /// <summary>What is offered.</summary>
    public required OrderSheet Sheet { get; init; }

    /// <summary>The new form's key.</summary>
    public required string FormKey { get; init; }

    /// <summary>Why the last attempt was refused, if one was.</summary>
    public string? Error { get; init; }
}

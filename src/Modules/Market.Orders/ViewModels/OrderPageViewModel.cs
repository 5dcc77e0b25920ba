using Market.Orders.Models;
using Market.Orders.Shop;

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

    /// <summary>What is offered, as it is shown: by producer or by category.</summary>
    public required IReadOnlyList<OrderSheetGroup> Groups { get; init; }

    /// <summary>How it is shown.</summary>
    public required ShelfView View { get; init; }

    /// <summary>How many products of the basket are sold no more.</summary>
    public int Gone { get; init; }

    /// <summary>Whether a basket that was filled before anybody signed in is added to the order.</summary>
    public bool IsAdded { get; init; }

    /// <summary>Whether nobody is signed in.</summary>
    public bool IsVisitor { get; set; }

    /// <summary>Whether the member gets a mail before orders close; none where nobody is signed in.</summary>
    public bool? IsReminded { get; set; }

    /// <summary>Why the last attempt was refused, if one was.</summary>
    public string? Error { get; set; }
}

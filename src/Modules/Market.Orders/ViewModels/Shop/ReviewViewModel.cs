using Market.Ledger.Amounts;
using Market.Ledger.Methods;
using Market.Orders.Models;

namespace Market.Orders.ViewModels.Shop;

/// <summary>The page on which a member looks at their basket before they order it.</summary>
public class ReviewViewModel
{
    /// <summary>The distribution.</summary>
    public required Distribution Distribution { get; init; }

    /// <summary>The order that is changed; null where one is placed.</summary>
    public Order? Order { get; init; }

    /// <summary>What would be ordered.</summary>
    public required IReadOnlyList<OrderLine> Lines { get; init; }

    /// <summary>What it costs.</summary>
    public required Money Total { get; init; }

    /// <summary>The VAT in it.</summary>
    public required Money VatIncluded { get; init; }

    /// <summary>What the order that is changed costs now: zero where one is placed.</summary>
    public required Money Before { get; init; }

    /// <summary>The account's balance now.</summary>
    public required Money Balance { get; init; }

    /// <summary>The balance that no order may go below, if there is one.</summary>
    public Money? Floor { get; init; }

    /// <summary>How members may pay.</summary>
    public required IReadOnlyList<IPaymentMethod> Methods { get; init; }

    /// <summary>The new form's key.</summary>
    public required string FormKey { get; init; }

    /// <summary>What it adds to what is to pay; below zero where it gives back.</summary>
    public Money Adds => Total - Before;

    /// <summary>The balance once it is ordered.</summary>
    public Money After => Balance - Adds;

    /// <summary>What to pay first, so that the floor lets it through; none where it does. Only what adds to what is to pay is held to it.</summary>
    public Money? ToPayFirst => Adds.IsPositive && Floor is { } floor && After < floor ? floor - After : null;
}

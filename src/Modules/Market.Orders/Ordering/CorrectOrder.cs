using Market.Ledger.Amounts;

namespace Market.Orders.Ordering;

/// <summary>A request to correct what lines of an order cost: weighed, priced anew, or missing.</summary>
public sealed record CorrectOrder
{
    /// <inheritdoc cref="ChangeOrder.OrderId"/>
    public required string OrderId { get; init; }

    /// <inheritdoc cref="ChangeOrder.AccountId"/>
    public required string AccountId { get; init; }

    /// <inheritdoc cref="ChangeOrder.Revision"/>
    public required int Revision { get; init; }

    /// <summary>What each line costs, by product id; what is not named stays as it is.</summary>
    public required IReadOnlyDictionary<string, Money> Costs { get; init; }

    /// <summary>Why, in words that the member reads.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc cref="PlaceOrder.UserId"/>
    public required string UserId { get; init; }
}

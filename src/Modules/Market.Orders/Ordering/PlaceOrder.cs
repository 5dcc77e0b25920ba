namespace Market.Orders.Ordering;

/// <summary>A request to place an order.</summary>
public sealed record PlaceOrder
{
    /// <summary>The client account that pays.</summary>
    public required string AccountId { get; init; }

    /// <summary>The distribution, which is published.</summary>
    public required string DistributionId { get; init; }

    /// <summary>How many of each product, by product id; what is not named is not ordered.</summary>
    public required IReadOnlyDictionary<string, int> Quantities { get; init; }

    /// <summary>What it cost when whoever orders looked at it; none where nobody said. Where it costs something else by now, nothing is ordered.</summary>
    public long? SeenMinorUnits { get; init; }

    /// <summary>The form's key: the same key of the same account places one order, whatever is retried.</summary>
    public required string FormKey { get; init; }

    /// <summary>Who acts.</summary>
    public required string UserId { get; init; }

    /// <summary>Whether a coordinator acts for the member, which the order window does not bind.</summary>
    public bool OnBehalf { get; init; }
}

namespace Market.Orders.Ordering;

/// <summary>A request to change what an order holds.</summary>
public sealed record ChangeOrder
{
    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The account whose order it must be.</summary>
    public required string AccountId { get; init; }

    /// <summary>The revision that was changed; another one means that somebody was quicker.</summary>
    public required int Revision { get; init; }

    /// <inheritdoc cref="PlaceOrder.Quantities"/>
    public required IReadOnlyDictionary<string, int> Quantities { get; init; }

    /// <inheritdoc cref="PlaceOrder.SeenMinorUnits"/>
    public long? SeenMinorUnits { get; init; }

    /// <inheritdoc cref="PlaceOrder.UserId"/>
    public required string UserId { get; init; }

    /// <inheritdoc cref="PlaceOrder.OnBehalf"/>
    public bool OnBehalf { get; init; }
}

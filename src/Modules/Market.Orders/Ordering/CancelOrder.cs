namespace Market.Orders.Ordering;

/// <summary>A request to cancel an order.</summary>
public sealed record CancelOrder
{
    /// <inheritdoc cref="ChangeOrder.OrderId"/>
    public required string OrderId { get; init; }

    /// <inheritdoc cref="ChangeOrder.AccountId"/>
    public required string AccountId { get; init; }

    /// <inheritdoc cref="ChangeOrder.Revision"/>
    public required int Revision { get; init; }

    /// <inheritdoc cref="PlaceOrder.UserId"/>
    public required string UserId { get; init; }

    /// <inheritdoc cref="PlaceOrder.OnBehalf"/>
    public bool OnBehalf { get; init; }
}

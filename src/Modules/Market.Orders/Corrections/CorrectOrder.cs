using Market.Orders.Ordering;

namespace Market.Orders.Corrections;

/// <summary>A request to correct lines of an order: weighed, priced anew, or missing.</summary>
public sealed record CorrectOrder
{
    /// <inheritdoc cref="ChangeOrder.OrderId"/>
    public required string OrderId { get; init; }

    /// <inheritdoc cref="ChangeOrder.AccountId"/>
    public required string AccountId { get; init; }

    /// <inheritdoc cref="ChangeOrder.Revision"/>
    public required int Revision { get; init; }

    /// <summary>What is otherwise with each line, by product id; what is not named stays as it is.</summary>
    public required IReadOnlyDictionary<string, LineCorrection> Lines { get; init; }

    /// <summary>Why, in words that the member reads.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc cref="PlaceOrder.UserId"/>
    public required string UserId { get; init; }
}

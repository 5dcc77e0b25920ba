using Market.Orders.Ordering;

namespace Market.Orders.Deliveries;

/// <summary>A request to correct all orders of a distribution that hold something.</summary>
public sealed record CorrectDelivery
{
    /// <summary>The distribution.</summary>
    public required string DistributionId { get; init; }

    /// <summary>What is otherwise.</summary>
    public required DeliveryChange Change { get; init; }

    /// <summary>Why, in words that the members read.</summary>
    public required string Reason { get; init; }

    /// <summary>How many orders the preview showed.</summary>
    public required int Count { get; init; }

    /// <summary>What the preview said they cost less, in minor units. With <see cref="Count"/> it is what somebody agreed to.</summary>
    public required long SavedMinorUnits { get; init; }

    /// <summary>The form's key: the same key corrects once, whatever is retried.</summary>
    public required string FormKey { get; init; }

    /// <inheritdoc cref="PlaceOrder.UserId"/>
    public required string UserId { get; init; }
}

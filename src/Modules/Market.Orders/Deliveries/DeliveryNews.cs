namespace Market.Orders.Deliveries;

/// <summary>What is otherwise with a delivery than was ordered.</summary>
public enum DeliveryNews
{
    /// <summary>It did not come.</summary>
    Missing,

    /// <summary>Less came: each order has so much at most.</summary>
    AtMost,

    /// <summary>It has another price.</summary>
    Price,
}

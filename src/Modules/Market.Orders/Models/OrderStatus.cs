namespace Market.Orders.Models;

/// <summary>What has become of an order.</summary>
public enum OrderStatus
{
    /// <summary>It holds.</summary>
    Placed,

    /// <summary>It was called off; nothing is due for it.</summary>
    Cancelled,
}

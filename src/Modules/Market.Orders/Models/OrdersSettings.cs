namespace Market.Orders.Models;

/// <summary>What a market has settled about orders.</summary>
public sealed class OrdersSettings
{
    /// <summary>The group of the site's settings that they are in.</summary>
    public const string GroupId = "orders";

    /// <summary>How many hours before the order window's end workflows are told that it is near.</summary>
    public int ClosingSoonHours { get; set; } = 24;
}

namespace Market.Orders.Models;

/// <summary>Whether members may order.</summary>
public enum OrderWindow
{
    /// <summary>It opens later.</summary>
    NotOpenYet,

    /// <summary>Members may order, change and cancel.</summary>
    Open,

    /// <summary>It is over.</summary>
    Closed,
}

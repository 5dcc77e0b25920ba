namespace Market.Orders.Models;

/// <summary>Names that are stored, and so never change.</summary>
public static class OrdersConstants
{
    /// <summary>The content type of a producer.</summary>
    public const string Producer = "Producer";

    /// <summary>The content type of a product.</summary>
    public const string Product = "Product";

    /// <summary>The content type of a distribution.</summary>
    public const string Distribution = "Distribution";

    /// <summary>The content type of packaging on deposit.</summary>
    public const string Returnable = "Returnable";

    /// <summary>The YesSql collection that orders live in.</summary>
    public const string Collection = "Orders";
}

namespace Market.Orders.Lists;

/// <summary>By what a distribution's orders are listed.</summary>
public enum ListKind
{
    /// <summary>For each producer what to bring.</summary>
    Producer,

    /// <summary>For each product who gets how much of it.</summary>
    Product,

    /// <summary>For each member what they ordered, on one line.</summary>
    Member,

    /// <summary>For each member a block to pack by.</summary>
    Basket,
}

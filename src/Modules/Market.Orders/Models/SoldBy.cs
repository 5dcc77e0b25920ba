namespace Market.Orders.Models;

/// <summary>What a product's price is the price of, and in what it is ordered. Stored by its name.</summary>
public enum SoldBy
{
    /// <summary>The price is of one; so many are ordered.</summary>
    Unit,

    /// <summary>The price is of a kilogram; so many pieces are ordered, and each is estimated until it is weighed.</summary>
    WeighedPiece,

    /// <summary>The price is of a kilogram; so many grams are ordered.</summary>
    Weight,
}

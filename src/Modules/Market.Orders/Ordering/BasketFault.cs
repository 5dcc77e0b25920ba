namespace Market.Orders.Ordering;

/// <summary>What is wrong with what somebody wants to order.</summary>
public enum BasketFault
{
    /// <summary>Nothing is ordered.</summary>
    Empty,

    /// <summary>A product is not on sale.</summary>
    UnknownProduct,

    /// <summary>More is wanted of a product that is no longer on sale.</summary>
    Withdrawn,

    /// <summary>A quantity is not from 0 to <see cref="Basket.MaxQuantity"/>.</summary>
    WrongQuantity,

    /// <summary>A weight is not in the steps that its product is ordered in, or is too large.</summary>
    WrongWeight,

    /// <summary>More is wanted of some products than there is, or than one account may have.</summary>
    TooFew,

    /// <summary>It costs more than the ledger takes in one operation.</summary>
    TooMuch,
}

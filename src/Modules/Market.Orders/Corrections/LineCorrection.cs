using Market.Ledger.Amounts;

namespace Market.Orders.Corrections;

/// <summary>What is otherwise with a line of an order than was agreed. What is not said stays as it is.</summary>
public sealed record LineCorrection
{
    /// <summary>How many came: zero or more. Not for what is ordered by weight.</summary>
    public int? Came { get; init; }

    /// <summary>What the scale said, in grams: zero or more. For what is sold by weight.</summary>
    public int? Grams { get; init; }

    /// <summary>What one of it, or a kilogram, costs: zero or more.</summary>
    public Money? Price { get; init; }

    /// <summary>What the line costs, whatever came of it: zero or more.</summary>
    public Money? Cost { get; init; }
}

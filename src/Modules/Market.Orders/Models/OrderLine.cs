using Market.Ledger.Postings;

namespace Market.Orders.Models;

/// <summary>A product as it was when it was ordered: a later price or name changes no order.</summary>
public sealed record OrderLine(
    string ProductId,
    string ProducerId,
    string Name,
    string Unit,
    long UnitPriceMinorUnits,
    int VatBasisPoints,
    int Quantity)
{
    /// <summary>What the product was called: one line, of orders kept before too.</summary>
    public string Name { get; init; } = OneLine.Of(Name);

    /// <summary>What one of it was.</summary>
    public string Unit { get; init; } = OneLine.Of(Unit);

    /// <summary>What the line costs, in minor units.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public long Cost() => checked(UnitPriceMinorUnits * Quantity);
}

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
    /// <summary>What the line costs, in minor units.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public long Cost() => checked(UnitPriceMinorUnits * Quantity);
}

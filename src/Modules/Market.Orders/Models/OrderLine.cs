using Market.Ledger.Postings;

namespace Market.Orders.Models;

/// <summary>A product as it was when it was ordered: a later price or name changes no order.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="ProducerId">Who makes it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">What one of it is.</param>
/// <param name="UnitPriceMinorUnits">What one of it costs, as agreed.</param>
/// <param name="VatBasisPoints">The VAT that its price includes.</param>
/// <param name="Quantity">How many are ordered.</param>
/// <param name="CorrectedMinorUnits">What the line costs instead of what was agreed, once it is weighed or priced anew.</param>
public sealed record OrderLine(
    string ProductId,
    string ProducerId,
    string Name,
    string Unit,
    long UnitPriceMinorUnits,
    int VatBasisPoints,
    int Quantity,
    long? CorrectedMinorUnits = null)
{
    /// <summary>What the product was called: one line, of orders kept before too.</summary>
    public string Name { get; init; } = OneLine.Of(Name);

    /// <summary>What one of it was.</summary>
    public string Unit { get; init; } = OneLine.Of(Unit);

    /// <summary>What the line costs, in minor units.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public long Cost() => CorrectedMinorUnits ?? Agreed();

    /// <summary>What the line costs as it was ordered, in minor units.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public long Agreed() => checked(UnitPriceMinorUnits * Quantity);

    /// <summary>The line with another quantity, at the price that was agreed: a correction was of what was there before.</summary>
    public OrderLine Of(int quantity) => quantity == Quantity ? this : this with { Quantity = quantity, CorrectedMinorUnits = null };

    /// <summary>The line at another cost than was agreed, or at that.</summary>
    public OrderLine At(long minorUnits) => this with { CorrectedMinorUnits = minorUnits == Agreed() ? null : minorUnits };
}

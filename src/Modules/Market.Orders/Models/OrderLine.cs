using System.Text.Json.Serialization;
using Market.Ledger.Postings;
using Market.Ledger.Weights;
using Market.Orders.Corrections;

namespace Market.Orders.Models;

/// <summary>A product as it was when it was ordered: a later price or name changes no order.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="ProducerId">Who makes it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">What one of it is.</param>
/// <param name="UnitPriceMinorUnits">What one of it costs, or a kilogram where it is sold by weight, as agreed.</param>
/// <param name="VatBasisPoints">The VAT that its price includes.</param>
/// <param name="Quantity">How many are ordered; how many grams, where it is ordered by weight.</param>
/// <param name="CorrectedMinorUnits">What the line costs instead of what was agreed, once somebody said so.</param>
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

    /// <summary>What the price is the price of. Orders kept before have none: they were by the unit.</summary>
    public SoldBy SoldBy { get; init; }

    /// <inheritdoc cref="ProductPart.PieceGrams"/>
    public int PieceGrams { get; init; }

    /// <inheritdoc cref="ProductPart.StepGrams"/>
    public int StepGrams { get; init; }

    /// <summary>How many came, where that is not how many were ordered. Never where it is ordered by weight: its weight says it.</summary>
    public int? Came { get; init; }

    /// <summary>What it weighed, in grams; none where it was not weighed, or is not sold by weight.</summary>
    public int? WeightGrams { get; init; }

    /// <summary>What one of it, or a kilogram, costs instead of what was agreed.</summary>
    public long? CorrectedPriceMinorUnits { get; init; }

    /// <summary>Whether its price is that of a kilogram.</summary>
    [JsonIgnore]
    public bool IsByWeight => SoldBy is not SoldBy.Unit;

    /// <summary>What it weighs, in grams: what the scale said, and an estimate before. None where it is not sold by weight.</summary>
    [JsonIgnore]
    public int? Grams => SoldBy switch
    {
        SoldBy.Weight => WeightGrams ?? Quantity,
        SoldBy.WeighedPiece => WeightGrams ?? Estimate(Came ?? Quantity),
        _ => null,
    };

    /// <summary>Whether what it costs is an estimate, because it is still to be weighed.</summary>
    [JsonIgnore]
    public bool IsEstimated => IsByWeight && WeightGrams is null && CorrectedMinorUnits is null && Came is not 0;

    /// <summary>Whether it costs something else than was agreed, or came otherwise than was ordered.</summary>
    [JsonIgnore]
    public bool IsCorrected => CorrectedMinorUnits is not null || CorrectedPriceMinorUnits is not null || WeightGrams is not null || Came is not null;

    /// <summary>What one of it, or a kilogram, costs by now, in minor units.</summary>
    [JsonIgnore]
    public long Price => CorrectedPriceMinorUnits ?? UnitPriceMinorUnits;

    /// <summary>What the line costs, in minor units.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public long Cost() => CorrectedMinorUnits ?? Counted();

    /// <summary>What the line costs as it was ordered, in minor units: an estimate where it is to be weighed.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public long Agreed() => (this with { CorrectedPriceMinorUnits = null, Came = null, WeightGrams = null }).Counted();

    /// <summary>The line with another quantity, at the price it has by now: what came and what was weighed was of the quantity before.</summary>
    public OrderLine Of(int quantity) => quantity == Quantity ? this : this with { Quantity = quantity, CorrectedMinorUnits = null, Came = null, WeightGrams = null };

    /// <summary>The line once it is corrected. Asked again, it stays.</summary>
    public OrderLine With(LineCorrection correction)
    {
        var line = this;
        if (correction.Came is { } came && came != (Came ?? Quantity))
        {
            line = line with { Came = came == Quantity ? null : came, WeightGrams = null, CorrectedMinorUnits = null };
        }

        if (correction.Grams is { } grams && grams != line.WeightGrams)
        {
            line = line with { WeightGrams = grams, CorrectedMinorUnits = null };
        }

        if (correction.Price?.MinorUnits is { } price && price != line.Price)
        {
            line = line with { CorrectedPriceMinorUnits = price == UnitPriceMinorUnits ? null : price, CorrectedMinorUnits = null };
        }

        return correction.Cost?.MinorUnits is { } cost ? line with { CorrectedMinorUnits = cost == line.Counted() ? null : cost } : line;
    }

    /// <summary>The line with more of it, which came.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public OrderLine Plus(int quantity) => this with
    {
        Quantity = checked(Quantity + quantity),
        Came = checked(Came + quantity),
        CorrectedMinorUnits = checked(CorrectedMinorUnits + (Price * quantity)),
    };

    /// <summary>The line with more of it, which was weighed: one more piece, or so many grams. What there is of it already is weighed too.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public OrderLine PlusGrams(int grams)
    {
        var more = SoldBy is SoldBy.Weight ? grams : 1;
        return this with
        {
            Quantity = checked(Quantity + more),
            Came = checked(Came + more),
            WeightGrams = checked((WeightGrams ?? 0) + grams),
            CorrectedMinorUnits = checked(CorrectedMinorUnits + WeightPrice.Of(Price, grams)),
        };
    }

    private long Counted() => Grams is { } grams ? WeightPrice.Of(Price, grams) : checked(Price * (Came ?? Quantity));

    private int Estimate(int pieces) => (int)Math.Min((long)pieces * PieceGrams, int.MaxValue);
}

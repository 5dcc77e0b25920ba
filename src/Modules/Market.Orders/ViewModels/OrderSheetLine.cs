using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.Shop;

namespace Market.Orders.ViewModels;

/// <summary>A product on an order sheet.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">What one of it is.</param>
/// <param name="SoldBy">What its price is the price of.</param>
/// <param name="PieceGrams">About how many grams a piece weighs, where pieces are weighed.</param>
/// <param name="Step">In what steps it is ordered.</param>
/// <param name="Price">What one of it, or a kilogram, costs.</param>
/// <param name="Quantity">How many, or how many grams, are ordered so far, or what was typed.</param>
/// <param name="Corrected">What the line costs instead, where it was corrected.</param>
/// <param name="Most">How many can be ordered: by a member, no more than are left and than one account may have.</param>
public sealed record OrderSheetLine(string ProductId, string Name, string Unit, SoldBy SoldBy, int PieceGrams, int Step, Money Price, string Quantity, Money? Corrected, int Most)
{
    /// <summary>How many are left beside what is ordered so far, in grams where it is ordered by weight; none where that is not limited.</summary>
    public int? Left { get; init; }

    /// <summary>How many one account may have; none where that is not limited.</summary>
    public int? PerAccount { get; init; }

    /// <summary>How many grams one step of the quantity is; none where it is not sold by weight.</summary>
    public int? GramsEach => SoldBy switch { SoldBy.WeighedPiece => PieceGrams, SoldBy.Weight => 1, _ => null };

    /// <summary>What is said of the product beside its name and price.</summary>
    public ProductFacts Facts { get; init; } = ProductFacts.None;

    /// <summary>Who makes it; none where it is no longer on sale.</summary>
    public Producer? Maker { get; init; }

    /// <summary>The deposit on what it comes in, if that is brought back.</summary>
    public Deposit? Deposit { get; init; }

    /// <summary>What a kilogram costs, where the price is of a unit whose weight is known.</summary>
    public Money? PerKilogram => Facts.PerKilogram(SoldBy, Price.MinorUnits) is { } price ? new Money(price, Price.Currency) : null;
}

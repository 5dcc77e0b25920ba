using Market.Ledger.Amounts;

namespace Market.Ledger.Receipts;

/// <summary>One thing sold, as its receipt names it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Quantity">How much of it, as it was sold: <c>2 × 500 g</c>, <c>359 g</c>.</param>
/// <param name="Cost">What it costs, VAT included. Negative where it is taken back.</param>
/// <param name="UnitPrice">What one of it costs, or what <paramref name="PriceUnit"/> says; none where there is no such price.</param>
/// <param name="VatBasisPoints">The rate of VAT that its price includes, in hundredths of a percent; none where none is charged.</param>
/// <param name="PriceUnit">What the price is the price of, where that is not one of it: <c>kg</c>.</param>
public sealed record ReceiptLine(string Name, string Quantity, Money Cost, Money? UnitPrice = null, int? VatBasisPoints = null, string? PriceUnit = null);

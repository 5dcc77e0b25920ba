using Market.Ledger.Amounts;

namespace Market.Orders.ViewModels;

/// <summary>A product on an order sheet.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">What one of it is.</param>
/// <param name="Price">What one of it costs.</param>
/// <param name="Quantity">How many are ordered so far, or what was typed.</param>
/// <param name="Corrected">What the line costs instead, where it was corrected.</param>
/// <param name="Most">How many can be ordered.</param>
public sealed record OrderSheetLine(string ProductId, string Name, string Unit, Money Price, string Quantity, Money? Corrected, int Most);

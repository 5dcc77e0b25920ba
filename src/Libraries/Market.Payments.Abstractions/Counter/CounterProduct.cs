using Market.Ledger.Amounts;

namespace Market.Payments;

/// <summary>A product that can be ordered on the spot.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">What one of it is.</param>
/// <param name="Price">What one of it, or a kilogram of it, costs today.</param>
/// <param name="ByWeight">Whether the price is that of a kilogram.</param>
public sealed record CounterProduct(string Id, string Name, string Unit, Money Price, bool ByWeight);

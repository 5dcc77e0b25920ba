using Market.Ledger.Amounts;
using Market.Ledger.Distributions;

namespace Market.Payments.Counter.ViewModels;

/// <summary>An order on the page on which a distribution is closed.</summary>
/// <param name="Client">The number and name of whose order it is.</param>
/// <param name="Order">The order.</param>
/// <param name="Announced">What is announced for it; zero where nothing is.</param>
public sealed record ClosingRow(string Client, SheetOrder Order, Money Announced)
{
    /// <summary>Whether something of it is open.</summary>
    public bool IsOpen => Order.Remaining.IsPositive || Order.Differs || !Order.Collected || Announced.IsPositive;
}

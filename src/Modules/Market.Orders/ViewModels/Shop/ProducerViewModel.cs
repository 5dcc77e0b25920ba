using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.Shop;

namespace Market.Orders.ViewModels.Shop;

/// <summary>A producer's own page.</summary>
public class ProducerViewModel
{
    /// <summary>The producer.</summary>
    public required Producer Producer { get; init; }

    /// <summary>What they sell.</summary>
    public required IReadOnlyList<Product> Products { get; init; }

    /// <summary>The deposits on what that comes in, by packaging.</summary>
    public required IReadOnlyDictionary<string, Deposit> Deposits { get; init; }

    /// <summary>The currency of the prices.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The day of the distribution that is ordered for now or next; none where none is planned.</summary>
    public DateOnly? Day { get; init; }
}

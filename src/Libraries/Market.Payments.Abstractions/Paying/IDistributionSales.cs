using Market.Ledger.Settlements;

namespace Market.Payments;

/// <summary>Tells what was sold, by whoever takes the orders.</summary>
public interface IDistributionSales
{
    /// <summary>What was sold at a distribution.</summary>
    /// <returns>Null where there is no such distribution.</returns>
    Task<DistributionSales?> FindAsync(string distributionId);

    /// <summary>The distributions for which nobody orders any more, the newest first, without their orders.</summary>
    Task<IReadOnlyList<DistributionSales>> ListClosedAsync(int skip, int count);

    /// <summary>How many of those there are.</summary>
    Task<int> CountClosedAsync();

    /// <summary>Who sells, by name.</summary>
    Task<IReadOnlyList<Seller>> ListSellersAsync();
}

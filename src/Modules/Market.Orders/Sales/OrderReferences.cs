using Market.Ledger.Chain;
using Market.Orders.Indexes;
using Market.Payments;

namespace Market.Orders.Sales;

/// <summary>Compares orders with their distributions.</summary>
public sealed class OrderReferences(OrderTables tables) : IReferenceCheck
{
    public async Task<IReadOnlyList<Finding>> FindAsync() =>
        [.. (await tables.ListLostAsync()).Select(distributionId => new Finding(Misfit.DistributionMissing) { Expected = distributionId })];
}

using Market.Ledger.Chain;

namespace Market.Payments.Stripe.Settlements;

/// <summary>Compares statements with their producers.</summary>
public sealed class StatementReferences(SettlementStore settlements, IDistributionSales sales) : IReferenceCheck
{
    public async Task<IReadOnlyList<Finding>> FindAsync()
    {
        var known = (await sales.ListSellersAsync()).Select(seller => seller.Id).ToHashSet(StringComparer.Ordinal);
        return [.. (await settlements.ListProducerIdsAsync()).Where(producer => !known.Contains(producer)).Select(producer => new Finding(Misfit.SellerMissing) { Expected = producer })];
    }
}

using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Distributions;
using Market.Ledger.Settlements;
using Market.Payments.Counter.Entries;

namespace Market.Payments.Counter.Closing;

/// <summary>Lays out a distribution order by order, from what the shop, the books and the counter say at one time.</summary>
public sealed class ClosingSheets(
    IEnumerable<IDistributionSales> shops,
    IAccountStandings standings,
    IClientAccounts accounts,
    IAnnouncedPayments announced,
    CounterRecords entries,
    IMarketTerms terms)
{
    private const int BatchSize = 250;

    /// <summary>The sheet of a distribution; none where no shop has it.</summary>
    public async Task<ClosingSheet?> FindAsync(string distributionId)
    {
        foreach (var shop in shops)
        {
            if (await shop.FindAsync(distributionId) is { } sales)
            {
                return await LayOutAsync(sales);
            }
        }

        return null;
    }

    private async Task<ClosingSheet> LayOutAsync(DistributionSales sales)
    {
        var currency = (await terms.GetAsync()).Currency;
        var found = new Dictionary<string, ClientAccount>(StringComparer.Ordinal);
        var allocations = new Dictionary<string, Allocation>(StringComparer.Ordinal);
        foreach (var batch in sales.Orders.Select(order => order.AccountId).Distinct(StringComparer.Ordinal).Chunk(BatchSize))
        {
            foreach (var standing in await standings.FindAsync(batch))
            {
                found.Add(standing.Account.Id, standing.Account);
                allocations.Add(standing.Account.Id, Allocation.Of(standing.Operations, currency));
            }
        }

        var records = await entries.ListAsync(sales.DistributionId);
        return new ClosingSheet(
            DistributionSheet.Of(
                sales,
                currency,
                await accounts.GetOrderDebitsAsync(sales.DistributionId),
                allocations,
                await announced.ListAsync(0, await announced.CountAsync()),
                CollectedOrders.Of(records),
                records.Count(record => !record.IsTaken())),
            found,
            records);
    }
}

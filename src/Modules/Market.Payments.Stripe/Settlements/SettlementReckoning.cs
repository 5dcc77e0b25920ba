using Market.Ledger;
using Market.Ledger.Settlements;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Producers;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Settlements;

/// <summary>
/// Gathers what a distribution's sheet is made of. The settlements are read first: what is then read of orders and books is not older
/// than they are. A few hundred accounts at a time, and of operations their index rows only.
/// </summary>
public sealed class SettlementReckoning(
    IDistributionSales sales,
    IAccountStandings standings,
    CardPaymentStore payments,
    SettlementStore settlements,
    ProducerTermsStore terms,
    StripeKeyReader keys,
    IMarketTerms market,
    IClock clock)
{
    private const int BatchSize = 250;

    // What is given back of a payment, or lost in a dispute, is so within months.
    private static readonly TimeSpan Back = TimeSpan.FromDays(366);

    /// <summary>The sheet of a distribution; without a key, that of the test mode.</summary>
    /// <returns>Null where there is no such distribution.</returns>
    public async Task<SettlementSheet?> ReckonAsync(string distributionId)
    {
        if (await sales.FindAsync(distributionId) is not { } distribution)
        {
            return null;
        }

        var currency = (await market.GetAsync()).Currency;
        var isLive = (await keys.GetAsync()).IsLive is true;
        var accounts = (await settlements.ListAllAsync(isLive))
            .GroupBy(statement => statement.ProducerId, StringComparer.Ordinal)
            .ToDictionary(statement => statement.Key, statement => new ProducerAccount([.. statement], currency), StringComparer.Ordinal);
        var since = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero) - Back;
        var earlier = new List<DistributionSales>();
        foreach (var id in accounts.Values.SelectMany(account => account.DistributionsSince(since)).Distinct(StringComparer.Ordinal).Where(id => id != distributionId))
        {
            if (await sales.FindAsync(id) is { } found)
            {
                earlier.Add(found);
            }
        }

        var money = new List<CardMoney>();
        var toChange = new List<OrderSales>();
        var orders = distribution.Orders.ToLookup(order => order.AccountId, StringComparer.Ordinal);
        foreach (var batch in earlier.Prepend(distribution).SelectMany(one => one.Orders).Select(order => order.AccountId).Distinct(StringComparer.Ordinal).Chunk(BatchSize))
        {
            foreach (var account in await ReadAsync(batch, isLive))
            {
                money.AddRange(CardMoney.Of(account.Operations, account.Payments, currency));
                toChange.AddRange(RefundedOrders.ToChange([.. orders[account.Id]], account.Operations, currency));
            }
        }

        return new Reckoning
        {
            Currency = currency,
            Distribution = distribution,
            Earlier = earlier,
            Money = money,
            Accounts = accounts,
            Terms = await terms.GetAsync(),
            Names = (await sales.ListSellersAsync()).ToDictionary(seller => seller.Id, seller => seller.Name, StringComparer.Ordinal),
            ToChange = toChange,
        }.Sheet();
    }

    // Money of the other mode, and what somebody recorded by hand, is not in the Stripe account that transfers are made from.
    private async Task<IReadOnlyList<(string Id, IReadOnlyList<Operation> Operations, IEnumerable<CardPayment> Payments)>> ReadAsync(string[] accountIds, bool isLive)
    {
        var paid = (await payments.ListAsync(accountIds))
            .Where(payment => payment.Payment.IsLive == isLive && payment.Facts.Reference is not null)
            .ToLookup(payment => payment.Payment.AccountId, StringComparer.Ordinal);
        var paying = accountIds.Where(paid.Contains).ToArray();
        return [.. (await standings.FindAsync(paying)).Select(standing => (standing.Account.Id, standing.Operations, paid[standing.Account.Id]))];
    }
}

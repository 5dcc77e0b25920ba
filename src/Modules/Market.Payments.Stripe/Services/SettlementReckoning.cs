using Market.Ledger;
using Market.Ledger.Settlements;
using Market.Payments.Services;
using Market.Payments.Stripe.Models;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Services;

/// <summary>
/// Reckons what is each producer's of what was received by card. Nothing is remembered of how: it is derived anew from orders and books,
/// so that what has changed since an earlier settlement is the difference to it.
/// </summary>
public sealed class SettlementReckoning(
    IDistributionSales sales,
    StatementReader statements,
    CardPaymentStore payments,
    SettlementStore settlements,
    ProducerTermsStore terms,
    StripeKeyReader keys,
    IMarketTerms market,
    IClock clock)
{
    // What is given back of a payment, or lost in a dispute, is so within months.
    private static readonly TimeSpan Back = TimeSpan.FromDays(366);

    /// <summary>The sheet of a distribution.</summary>
    /// <returns>Null where there is no such distribution.</returns>
    public async Task<SettlementSheet?> ReckonAsync(string distributionId)
    {
        if (await sales.FindAsync(distributionId) is not { } distribution)
        {
            return null;
        }

        var currency = (await market.GetAsync()).Currency;
        var isLive = (await keys.GetAsync()).IsLive is true;
        var linked = await terms.GetAsync();
        var accounts = (await settlements.ListAllAsync(isLive))
            .GroupBy(statement => statement.ProducerId, StringComparer.Ordinal)
            .ToDictionary(statement => statement.Key, statement => new ProducerAccount([.. statement], currency), StringComparer.Ordinal);
        var since = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero) - Back;
        var distributions = new List<DistributionSales> { distribution };
        foreach (var id in accounts.Values.SelectMany(account => account.DistributionsSince(since)).Distinct(StringComparer.Ordinal).Where(id => id != distributionId))
        {
            if (await sales.FindAsync(id) is { } earlier)
            {
                distributions.Add(earlier);
            }
        }

        var money = await FindMoneyAsync(distributions.SelectMany(one => one.Orders).Select(order => order.AccountId), isLive, currency);
        var received = distributions.ToDictionary(one => one.DistributionId, one => Received(one, money, currency), StringComparer.Ordinal);
        var names = (await sales.ListSellersAsync()).ToDictionary(seller => seller.Id, seller => seller.Name, StringComparer.Ordinal);
        var sold = distribution.Orders.SelectMany(order => order.BySeller.Keys).ToHashSet(StringComparer.Ordinal);
        var rows = sold.Union(accounts.Keys, StringComparer.Ordinal)
            .Select(id =>
            {
                var account = accounts.GetValueOrDefault(id) ?? new ProducerAccount([], currency);
                var name = names.GetValueOrDefault(id) ?? (account.Statements is [.., var last] ? last.ProducerName : id);
                return Row(new Seller(id, name), linked.GetValueOrDefault(id), account, distributionId, sold.Contains(id), received, currency);
            })
            .Where(row => sold.Contains(row.Seller.Id) || row.Settlement is not null)
            .OrderBy(row => row.Seller.Name, StringComparer.CurrentCulture)
            .ToList();
        var orders = distribution.Orders.Select(order => order.OrderId).ToHashSet(StringComparer.Ordinal);
        var paying = money.Where(part => orders.Contains(part.Funding.OrderId)).ToList();
        return new SettlementSheet(
            distribution,
            rows,
            paying.Aggregate(Money.Zero(currency), (sum, part) => sum + part.Fee),
            [.. paying.Select(part => part.Payment).Where(payment => payment.FeeMinorUnits is null).DistinctBy(payment => payment.Payment.Id)]);
    }

    private static SettlementRow Row(
        Seller seller,
        ProducerTerms? terms,
        ProducerAccount account,
        string distributionId,
        bool hasSold,
        Dictionary<string, Dictionary<string, Money>> received,
        Currency currency)
    {
        var zero = Money.Zero(currency);
        var all = received
            .Select(one => (Before: account.LastOf(one.Key), Id: one.Key, Received: one.Value.GetValueOrDefault(seller.Id, zero)))
            .Where(one => one.Before is not null || (one.Id == distributionId && hasSold && terms is not null))
            .Select(one => (
                IsNew: one.Before is null,
                Settled: new SettledDistribution(one.Id, one.Received, one.Before?.CommissionBasisPoints ?? terms!.CommissionBasisPoints, one.Before?.Share ?? zero)))
            .ToList();

        // A first settlement is kept even where nothing was paid by card yet: what comes later is then a difference to it.
        var settlement = new ProducerSettlement(account.Left, [.. all.Where(one => one.IsNew || !one.Settled.Difference.IsZero).Select(one => one.Settled)]);
        return new SettlementRow(seller, received[distributionId].GetValueOrDefault(seller.Id, zero), terms, terms is null || settlement.IsEmpty ? null : settlement, account)
        {
            Share = all.Select(one => one.Settled).FirstOrDefault(one => one.DistributionId == distributionId)?.Share ?? zero,
        };
    }

    private static Dictionary<string, Money> Received(DistributionSales distribution, IReadOnlyList<CardMoney> money, Currency currency)
    {
        var byOrder = money.GroupBy(part => part.Funding.OrderId, StringComparer.Ordinal)
            .ToDictionary(parts => parts.Key, parts => parts.Aggregate(Money.Zero(currency), (sum, part) => sum + part.Funding.Amount), StringComparer.Ordinal);
        return distribution.Orders
            .Where(order => byOrder.ContainsKey(order.OrderId))
            .SelectMany(order => ReceivedShares.Of(order, byOrder[order.OrderId]))
            .GroupBy(share => share.Key, StringComparer.Ordinal)
            .ToDictionary(shares => shares.Key, shares => shares.Aggregate(Money.Zero(currency), (sum, share) => sum + share.Value), StringComparer.Ordinal);
    }

    // Money of the other mode, and what somebody recorded by hand, is not in the Stripe account that transfers are made from.
    private async Task<IReadOnlyList<CardMoney>> FindMoneyAsync(IEnumerable<string> accountIds, bool isLive, Currency currency)
    {
        var money = new List<CardMoney>();
        foreach (var accountId in accountIds.Distinct(StringComparer.Ordinal))
        {
            var paid = (await payments.ListAsync(accountId, int.MaxValue))
                .Where(payment => payment.Payment.IsLive == isLive && payment.Facts.Reference is not null)
                .ToDictionary(payment => payment.Facts.Reference!, StringComparer.Ordinal);
            if (paid.Count == 0)
            {
                continue;
            }

            var operations = (await statements.ReadAsync(accountId, 0, int.MaxValue)).Lines.Select(line => line.Operation).Reverse().ToList();
            var byId = operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);
            foreach (var funding in OrderFunding.Of(operations, StripeMethod.MethodName, currency))
            {
                if (byId[funding.OperationId].Details.GetValueOrDefault(Ledger.Online.OnlineBooks.ReferenceDetail) is { } reference && paid.TryGetValue(reference, out var payment))
                {
                    money.Add(new CardMoney(funding, payment));
                }
            }
        }

        return money;
    }

    /// <summary>Card money that paid an order.</summary>
    private sealed record CardMoney(OrderFunding Funding, CardPayment Payment)
    {
        /// <summary>The part of the payment's fee, as far as it is known, rounded to the nearest minor unit.</summary>
        public Money Fee => Funding.Amount with
        {
            MinorUnits = (long)decimal.Round((decimal)(Payment.FeeMinorUnits ?? 0) * Funding.Amount.MinorUnits / Payment.Payment.Total.MinorUnits),
        };
    }
}

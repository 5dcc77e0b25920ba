using Market.Ledger.Amounts;
using Market.Ledger.Settlements;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Settlements;

/// <summary>
/// All that a sheet is made of. Nothing is remembered of how it was reckoned: it is derived anew from orders and books, so that what has
/// changed since an earlier settlement is the difference to it. Pure.
/// </summary>
public sealed record Reckoning
{
    public required Currency Currency { get; init; }

    /// <summary>The distribution to settle.</summary>
    public required DistributionSales Distribution { get; init; }

    /// <summary>Those that were settled before, for anybody, as far back as anything of them can change.</summary>
    public required IReadOnlyList<DistributionSales> Earlier { get; init; }

    /// <summary>What was received by card for the orders of all these.</summary>
    public required IReadOnlyList<CardMoney> Money { get; init; }

    /// <summary>The settlements until now, by the producer's id.</summary>
    public required IReadOnlyDictionary<string, ProducerAccount> Accounts { get; init; }

    /// <summary>Who is linked, by the producer's id.</summary>
    public required IReadOnlyDictionary<string, ProducerTerms> Terms { get; init; }

    /// <summary>The producers' names, by their ids.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>The orders of the distribution of which money was given back and that still hold goods nobody paid.</summary>
    public IReadOnlyList<OrderSales> ToChange { get; init; } = [];

    public SettlementSheet Sheet()
    {
        var orders = Earlier.Prepend(Distribution).SelectMany(Split).ToLookup(part => part.SellerId, part => part.Order, StringComparer.Ordinal);
        var sold = Distribution.Orders.SelectMany(order => order.BySeller.Keys).ToHashSet(StringComparer.Ordinal);
        var rows = orders.Select(seller => seller.Key).Union(sold, StringComparer.Ordinal).Union(Accounts.Keys, StringComparer.Ordinal)
            .Select(id => Row(id, [.. orders[id]], sold.Contains(id)))
            .Where(row => sold.Contains(row.Seller.Id) || row.Settlement is not null)
            .OrderByName(row => row.Seller.Name)
            .ToList();
        var ids = Distribution.Orders.Select(order => order.OrderId).ToHashSet(StringComparer.Ordinal);
        var paying = Money.Where(part => ids.Contains(part.OrderId)).ToList();
        return new SettlementSheet(
            Distribution,
            rows,
            paying.Aggregate(Zero, (sum, part) => sum + part.Fee),
            [.. paying.Select(part => part.Payment).Where(payment => payment.FeeMinorUnits is null).DistinctBy(payment => payment.Payment.Id)],
            ToChange);
    }

    private Money Zero => Ledger.Amounts.Money.Zero(Currency);

    private SettlementRow Row(string sellerId, IReadOnlyList<SettledOrder> orders, bool hasSold)
    {
        var account = Accounts.GetValueOrDefault(sellerId) ?? new ProducerAccount([], Currency);
        var terms = Terms.GetValueOrDefault(sellerId);
        var all = Earlier.Prepend(Distribution)
            .Select(one => one.DistributionId)
            .Select(id => (Id: id, Before: account.LastOf(id), Received: Sum(orders.Where(order => order.DistributionId == id))))
            .Where(one => one.Before is not null || (terms is not null && (one.Received.IsPositive || (hasSold && one.Id == Distribution.DistributionId))))
            .Select(one => (
                IsNew: one.Before is null,
                Settled: new SettledDistribution(one.Id, one.Received, one.Before?.CommissionBasisPoints ?? terms!.CommissionBasisPoints, one.Before?.Share ?? Zero)))
            .ToList();

        // A first settlement is kept even where nothing was paid by card yet: the distribution keeps the rate of that day.
        var settlement = new ProducerSettlement(account.Left, [.. all.Where(one => one.IsNew || !one.Settled.Difference.IsZero).Select(one => one.Settled)])
        {
            Step = StripeAmounts.Step(Currency).MinorUnits,
        };
        var settled = settlement.Distributions.Select(one => one.DistributionId).ToHashSet(StringComparer.Ordinal);
        return new SettlementRow(
            new Seller(sellerId, Names.GetValueOrDefault(sellerId) ?? (account.Statements is [.., var last] ? last.ProducerName : sellerId)),
            Sum(orders.Where(order => order.DistributionId == Distribution.DistributionId)),
            all.Select(one => one.Settled).FirstOrDefault(one => one.DistributionId == Distribution.DistributionId)?.Share ?? Zero,
            terms,
            terms is null || settlement.IsEmpty ? null : settlement,
            account,
            [.. orders.Where(order => settled.Contains(order.DistributionId))]);
    }

    // Each order that was paid by card, split among who sold it.
    private IEnumerable<(string SellerId, SettledOrder Order)> Split(DistributionSales distribution) =>
        from order in distribution.Orders
        let received = Received.GetValueOrDefault(order.OrderId, Zero)
        where received.IsPositive
        from share in ReceivedShares.Of(order, received)
        select (share.Key, new SettledOrder(distribution.DistributionId, order.OrderId, order.AccountId, order.BySeller[share.Key], share.Value));

    private Dictionary<string, Money> Received => field ??= Money
        .GroupBy(part => part.OrderId, StringComparer.Ordinal)
        .ToDictionary(parts => parts.Key, parts => parts.Aggregate(Zero, (sum, part) => sum + part.Received), StringComparer.Ordinal);

    private Money Sum(IEnumerable<SettledOrder> orders) => orders.Aggregate(Zero, (sum, order) => sum + order.Received);
}

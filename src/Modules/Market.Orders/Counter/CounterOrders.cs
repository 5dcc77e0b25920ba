using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.OnSale;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Payments;

namespace Market.Orders.Counter;

/// <summary>Tells the counter of market day what was ordered, and what can be ordered there.</summary>
public sealed class CounterOrders(Distributions distributions, OrderStore orders, Assortment assortment, Ledger.IMarketTerms terms) : ICounterOrders
{
    public async Task<IReadOnlyList<CounterDistribution>> ListAsync(int count) => [.. (await distributions.ListLatestAsync(count)).Select(Told)];

    public async Task<CounterDistribution?> FindAsync(string distributionId) =>
        await distributions.FindAsync(distributionId) is { } distribution ? Told(distribution) : null;

    public async Task<IReadOnlyList<CounterOrder>> ListOrdersAsync(string distributionId) =>
        [.. (await orders.ListPlacedAsync(distributionId)).Select(Told)];

    public async Task<CounterOrder?> FindOrderAsync(string distributionId, string accountId, string orderId) =>
        await orders.FindPlacedAsync(accountId, distributionId) is { } order && order.OrderId == orderId ? Told(order) : null;

    public async Task<IReadOnlyList<CounterProduct>> ListProductsAsync(string distributionId)
    {
        var currency = (await terms.GetAsync()).Currency;
        return
        [
            .. (await assortment.ListAsync(distributionId, order: null))
                .Select(offer => offer.Line)
                .OrderByName(line => line.Name)
                .Select(line => new CounterProduct(line.ProductId, line.Name, line.Unit, new Money(line.Price, currency), line.IsByWeight)),
        ];
    }

    private static CounterDistribution Told(Distribution distribution) =>
        new(distribution.Id, distribution.Place, distribution.Date, distribution.CollectFrom, distribution.CollectTo);

    private static CounterOrder Told(Order order)
    {
        var currency = Currency.FromCode(order.Currency);
        return new CounterOrder(
            order.OrderId,
            order.AccountId,
            order.Revision,
            order.Total(),
            [
                .. order.Lines.Select(line => new CounterLine(
                    line.ProductId, line.Name, line.Unit, line.Came ?? line.Quantity, new Money(line.Cost(), currency), line.IsByWeight, line.WeightGrams)),
            ]);
    }
}

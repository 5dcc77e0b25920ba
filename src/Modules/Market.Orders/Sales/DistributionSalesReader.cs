using Market.Ledger.Amounts;
using Market.Ledger.Settlements;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments;
using OrchardCore.Modules;

namespace Market.Orders.Sales;

/// <summary>Tells other modules what was sold, from the orders that hold.</summary>
public sealed class DistributionSalesReader(
    Distributions distributions,
    OrderStore orders,
    Catalogue catalogue,
    IClock clock) : IDistributionSales
{
    public async Task<DistributionSales?> FindAsync(string distributionId) => await distributions.FindAsync(distributionId) is { } distribution
        ? Sales(distribution, [.. (await orders.ListPlacedAsync(distributionId)).Select(Sales)])
        : null;

    public async Task<IReadOnlyList<DistributionSales>> ListClosedAsync(int skip, int count) =>
        [.. (await distributions.ListClosedAsync(skip, count)).Select(distribution => Sales(distribution, []))];

    public Task<int> CountClosedAsync() => distributions.CountClosedAsync();

    public async Task<IReadOnlyList<Seller>> ListSellersAsync() =>
        [.. (await catalogue.ListSellersAsync()).Select(producer => new Seller(producer.Id, producer.Name))];

    private DistributionSales Sales(Distribution distribution, IReadOnlyList<OrderSales> orders) =>
        new(distribution.Id, distribution.Place, distribution.Date, distribution.WindowAt(clock.UtcNow) is OrderWindow.Closed, orders);

    private static OrderSales Sales(Order order)
    {
        var currency = Currency.FromCode(order.Currency);
        return new OrderSales(
            order.OrderId,
            order.AccountId,
            order.Lines.GroupBy(line => line.ProducerId, StringComparer.Ordinal).ToDictionary(lines => lines.Key, lines => OrderTotals.Total(lines, currency), StringComparer.Ordinal));
    }
}

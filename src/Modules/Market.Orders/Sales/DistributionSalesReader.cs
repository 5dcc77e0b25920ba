using Market.Ledger.Amounts;
using Market.Ledger.Settlements;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Payments;
using OrchardCore.Modules;

namespace Market.Orders.Sales;

/// <summary>Tells other modules what was sold, from the orders that hold.</summary>
public sealed class DistributionSalesReader : IDistributionSales
{
    private readonly Distributions _distributions;
    private readonly OrderStore _orders;
    private readonly Catalogue _catalogue;
    private readonly IClock _clock;

    /// <summary>Creates the reader.</summary>
    public DistributionSalesReader(Distributions distributions, OrderStore orders, Catalogue catalogue, IClock clock)
    {
        _distributions = distributions;
        _orders = orders;
        _catalogue = catalogue;
        _clock = clock;
    }

    /// <inheritdoc/>
    public async Task<DistributionSales?> FindAsync(string distributionId) => await _distributions.FindAsync(distributionId) is { } distribution
        ? Sales(distribution, [.. (await _orders.ListPlacedAsync(distributionId)).Select(Sales)])
        : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DistributionSales>> ListClosedAsync(int skip, int count) =>
        [.. (await _distributions.ListClosedAsync(skip, count)).Select(distribution => Sales(distribution, []))];

    /// <inheritdoc/>
    public Task<int> CountClosedAsync() => _distributions.CountClosedAsync();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Seller>> ListSellersAsync() =>
        [.. (await _catalogue.ListProducersAsync()).Select(producer => new Seller(producer.Id, producer.Name))];

    private DistributionSales Sales(Distribution distribution, IReadOnlyList<OrderSales> orders) =>
        new(distribution.Id, distribution.Place, distribution.Date, distribution.WindowAt(_clock.UtcNow) is OrderWindow.Closed, orders);

    private static OrderSales Sales(Order order)
    {
        var currency = Currency.FromCode(order.Currency);
        return new OrderSales(
            order.OrderId,
            order.AccountId,
            order.Lines.GroupBy(line => line.ProducerId, StringComparer.Ordinal).ToDictionary(lines => lines.Key, lines => OrderTotals.Total(lines, currency), StringComparer.Ordinal));
    }
}

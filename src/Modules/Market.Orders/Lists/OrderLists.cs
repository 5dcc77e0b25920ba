using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Payments;

namespace Market.Orders.Lists;

/// <summary>Lists what a distribution's orders hold: for who grows, packs and hands it out.</summary>
public sealed class OrderLists(OrderStore orders, Catalogue catalogue, IClientAccounts accounts)
{
    /// <summary>All lines of the orders that hold: by producer, then product, then client.</summary>
    public async Task<IReadOnlyList<ListedLine>> ListAsync(string distributionId)
    {
        var placed = await orders.ListPlacedAsync(distributionId);
        var clients = await accounts.FindManyAsync([.. placed.Select(order => order.AccountId)]);
        var producers = (await catalogue.ListSellersAsync()).ToDictionary(producer => producer.Id, producer => producer.Name, StringComparer.Ordinal);
        return
        [
            .. placed.SelectMany(order => order.Lines.Select(line => Of(order, line)))
                .OrderByName(line => line.Producer)
                .ThenByName(line => line.Line.Name)
                .ThenByName(line => line.Client),
        ];

        ListedLine Of(Order order, OrderLine line)
        {
            var client = clients.GetValueOrDefault(order.AccountId);
            return new ListedLine(order.AccountId, client?.Number ?? string.Empty, client?.Name ?? order.AccountId, producers.GetValueOrDefault(line.ProducerId, line.ProducerId), line);
        }
    }
}

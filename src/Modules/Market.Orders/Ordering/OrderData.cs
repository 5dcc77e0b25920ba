using Market.Orders.Indexes;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Orders.Ordering;

/// <summary>A member's orders with their lines, the cancelled ones too, for the file of what is kept about them.</summary>
public sealed class OrderData(ISession session, IStringLocalizer<OrderData> S) : IPersonalData
{
    public string Name => "orders";

    public string Label => S["Your orders, with what was in them"];

    public IReadOnlyList<string> SeenWith => [OrdersPermissions.ViewOrders.Name, CounterRights.UseCounter];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var orders = await session.Query<Order, OrderIndex>(index => index.AccountId == account.Id, collection: OrdersConstants.Collection)
            .OrderBy(index => index.PlacedUtc)
            .ListAsync();
        return
        [
            .. orders.Select(order => new
            {
                order.OrderId,
                order.DistributionId,
                order.Date,
                order.Status,
                order.Revision,
                PlacedAt = order.PlacedUtc,
                ChangedAt = order.ChangedUtc,
                order.Correction,
                Total = order.Total().ToInvariantString(),
                order.Currency,
                Lines = order.Lines.Select(line => new { line.Name, line.Unit, line.SoldBy, line.Quantity, line.Came, line.WeightGrams, CostMinorUnits = line.Cost() }),
            }),
        ];
    }
}

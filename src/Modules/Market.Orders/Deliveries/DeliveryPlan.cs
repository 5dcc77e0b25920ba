using Market.Orders.Corrections;
using Market.Orders.Models;

namespace Market.Orders.Deliveries;

/// <summary>What a change of a delivery corrects, order by order. Pure: the preview and what is done are this.</summary>
/// <param name="Orders">The orders that are corrected, by their accounts, which is the order in which postings lock them.</param>
public sealed record DeliveryPlan(IReadOnlyList<PlannedOrder> Orders)
{
    /// <summary>What the orders cost less than before, in minor units; negative where they cost more.</summary>
    public long SavedMinorUnits => Orders.Sum(order => order.SavedMinorUnits);

    /// <summary>Plans a change.</summary>
    /// <param name="orders">The distribution's orders that hold.</param>
    /// <param name="change">What is otherwise.</param>
    /// <exception cref="OverflowException">What an order costs does not fit.</exception>
    public static DeliveryPlan Of(IEnumerable<Order> orders, DeliveryChange change)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(change);
        return new DeliveryPlan(
        [
            .. orders
                .Select(order => new PlannedOrder(order, order.Lines
                    .Select(line => (line.ProductId, Correction: change.For(line)))
                    .Where(line => line.Correction is not null)
                    .ToDictionary(line => line.ProductId, line => line.Correction!, StringComparer.Ordinal)))
                .Where(planned => planned.Corrections.Count > 0)
                .OrderBy(planned => planned.Order.AccountId, StringComparer.Ordinal),
        ]);
    }
}

/// <summary>An order that a change of a delivery corrects.</summary>
/// <param name="Order">The order as it is.</param>
/// <param name="Corrections">What is corrected of its lines, by product id.</param>
public sealed record PlannedOrder(Order Order, IReadOnlyDictionary<string, LineCorrection> Corrections)
{
    /// <summary>Its lines that are corrected, before and after.</summary>
    public IEnumerable<(OrderLine Before, OrderLine After)> Changes => Order.Lines
        .Where(line => Corrections.ContainsKey(line.ProductId))
        .Select(line => (line, line.With(Corrections[line.ProductId])));

    /// <summary>What it costs less than before, in minor units; negative where it costs more.</summary>
    public long SavedMinorUnits => Changes.Sum(line => line.Before.Cost() - line.After.Cost());
}

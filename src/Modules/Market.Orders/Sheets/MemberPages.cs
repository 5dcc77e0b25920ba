using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.ViewModels;
using Market.Payments;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;

namespace Market.Orders.Sheets;

/// <summary>Gathers what the page of a member's own order shows.</summary>
public sealed class MemberPages(
    Distributions distributions,
    IClientAccounts accounts,
    IDisplayManager<OrderToPay> display,
    IUpdateModelAccessor updater)
{
    /// <summary>The page of one of the member's own orders.</summary>
    public async Task<OrderDetailsViewModel> OneAsync(Order order, ClientAccount account)
    {
        var distribution = await distributions.FindAsync(order.DistributionId);
        var total = order.Total();
        return new OrderDetailsViewModel
        {
            Order = order,
            Distribution = distribution,
            IsOpen = order.Status is OrderStatus.Placed && distribution is not null && await distributions.WindowAsync(distribution) is OrderWindow.Open,
            Total = total,
            VatIncluded = OrderTotals.VatIncluded(order.Lines, total.Currency),
            ToPay = (await accounts.GetAllocationAsync(account.Id)).Orders.FirstOrDefault(standing => standing.OrderId == order.OrderId) is { Remaining.IsPositive: true } unpaid
                ? await display.BuildDisplayAsync(new OrderToPay(account, unpaid), updater.ModelUpdater)
                : null,
        };
    }
}

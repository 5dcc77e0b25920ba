using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.ViewModels;
using Market.Payments;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;

namespace Market.Orders.Sheets;

/// <summary>Gathers what the members' pages show.</summary>
public sealed class MemberPages(
    OrderSheets sheets,
    Distributions distributions,
    IClientAccounts accounts,
    IDisplayManager<OrderToPay> display,
    IUpdateModelAccessor updater)
{
    /// <summary>The form on which a member orders, or changes the order they have placed.</summary>
    public async Task<OrderPageViewModel> SheetAsync(Distribution distribution, Order? order, OrderForm? form, string? error)
    {
        // What was typed is kept, unless it was about another state of the order than the one the page now shows.
        var typed = form is not null && form.OrderId == order?.OrderId && form.Revision == (order?.Revision ?? 0) ? form.Quantities : null;
        return new OrderPageViewModel
        {
            Distribution = distribution,
            Others = [.. (await distributions.ListOpenAsync()).Where(other => other.Id != distribution.Id)],
            Order = order,
            Sheet = await sheets.LayOutAsync(distribution.Id, order, typed, isBound: true),
            FormKey = Guid.NewGuid().ToString("N"),
            Error = error,
        };
    }

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

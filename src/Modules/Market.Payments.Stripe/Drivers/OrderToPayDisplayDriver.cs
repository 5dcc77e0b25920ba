using Market.Payments.Stripe.Checkout;
using Market.Payments.Stripe.ViewModels;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace Market.Payments.Stripe.Drivers;

/// <summary>Offers to pay an order by card on the page that follows ordering, unless what is announced already pays it, or all that is owed.</summary>
public sealed class OrderToPayDisplayDriver(CardForms forms) : DisplayDriver<OrderToPay>
{
    public override async Task<IDisplayResult?> DisplayAsync(OrderToPay order, BuildDisplayContext context) =>
        await forms.BuildAsync(order.Account) is { Due.IsPositive: true } form && form.Orders.FirstOrDefault(open => open.OrderId == order.Order.OrderId) is { } open
            ? Initialize<PayOrderViewModel>("PayOrderByCard", model => (model.Form, model.Order) = (form, open)).Location("Content:5")
            : null;
}

using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Payments.Stripe.Checkout;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>The button that pays one order by card.</summary>
public class PayOrderViewModel
{
    public CardFormViewModel Form { get; set; } = null!;

    public OrderStanding Order { get; set; } = null!;

    public Money Fee => CardFee.On(Order.Remaining, Form.Settings);
}

using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>The newest payments by card of an account.</summary>
public class CardPaymentsViewModel
{
    public IReadOnlyList<CardPayment> Payments { get; set; } = [];
}

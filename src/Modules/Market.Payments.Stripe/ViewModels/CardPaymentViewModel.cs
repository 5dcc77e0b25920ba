using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>One payment by card with all that is known of it.</summary>
public class CardPaymentViewModel
{
    public required CardPayment Payment { get; init; }

    public required ClientAccount? Account { get; init; }

    public required bool MayRecord { get; init; }

    /// <summary>The market's time zone.</summary>
    public required TimeZoneInfo Zone { get; init; }
}

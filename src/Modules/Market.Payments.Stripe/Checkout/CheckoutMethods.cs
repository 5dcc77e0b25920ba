namespace Market.Payments.Stripe.Checkout;

/// <summary>What Checkout may show, by Stripe's names, with the names that people know. Some take days: the payment is pending till then.</summary>
public static class CheckoutMethods
{
    public static readonly IReadOnlyList<(string Name, string Label)> All =
    [
        ("card", "Visa, Mastercard, CB…"),
        ("bancontact", "Bancontact"),
        ("eps", "EPS"),
        ("ideal", "iDEAL"),
        ("mb_way", "MB WAY"),
        ("multibanco", "Multibanco"),
        ("p24", "Przelewy24"),
        ("paypal", "PayPal"),
        ("revolut_pay", "Revolut Pay"),
        ("sepa_debit", "SEPA"),
        ("twint", "TWINT"),
    ];
}

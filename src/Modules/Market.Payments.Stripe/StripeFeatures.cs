namespace Market.Payments.Stripe;

/// <summary>The module's features.</summary>
public static class StripeFeatures
{
    public const string Producers = "Market.Payments.Stripe.Producers";
}

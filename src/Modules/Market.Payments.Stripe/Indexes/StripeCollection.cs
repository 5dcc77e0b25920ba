namespace Market.Payments.Stripe.Indexes;

/// <summary>The YesSql collection that holds what this module keeps.</summary>
public static class StripeCollection
{
    public const string Name = "Stripe";
}

namespace Market.Payments.Stripe.Models;

/// <summary>How Stripe is reached, from the site's configuration: <c>Market_Payments_Stripe</c>.</summary>
public class StripeOptions
{
    public const string Section = "Market_Payments_Stripe";

    /// <summary>The address of Stripe's API; none is Stripe's own.</summary>
    public string? ApiBase { get; set; }

    /// <summary>How long Stripe may take to answer.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Whether the site compares with Stripe by itself every hour; else it does when a coordinator asks it to.</summary>
    public bool ComparesByItself { get; set; } = true;
}

namespace Market.Payments.Stripe.Models;

/// <summary>How Stripe is reached, from the site's configuration: <c>Market_Payments_Stripe</c>.</summary>
public class StripeOptions
{
    public const string Section = "Market_Payments_Stripe";

    /// <summary>The address of Stripe's API; none is Stripe's own.</summary>
    public string? ApiBase { get; set; }

    /// <summary>How long Stripe may take to answer.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>
    /// Whether this site is a training copy, which no market keeps its books in: payments of test keys are booked like others, and live keys
    /// are refused. Elsewhere no money of test keys enters the books.
    /// </summary>
    public bool IsTraining { get; set; }

    /// <summary>Whether the site compares with Stripe by itself every hour; else it does when a coordinator asks it to.</summary>
    public bool ComparesByItself { get; set; } = true;

    /// <summary>Whether money of this mode is booked.</summary>
    public bool Books(bool isLive) => isLive || IsTraining;
}

namespace Market.Payments.Stripe.Models;

/// <summary>The market's Stripe account and its terms for paying online. The two secrets are kept protected.</summary>
public class StripeSettings
{
    public string? PublishableKey { get; set; }

    /// <summary>The secret or restricted key, protected.</summary>
    public string? ProtectedSecretKey { get; set; }

    /// <summary>The signing secret of the webhook, protected.</summary>
    public string? ProtectedWebhookSecret { get; set; }

    /// <summary>Whether the member pays the fee on top; otherwise the market bears it.</summary>
    public bool AddsFee { get; set; }

    /// <summary>The fee on top, in hundredths of a percent.</summary>
    public int FeeBasisPoints { get; set; }

    /// <summary>The fee on top, in minor units.</summary>
    public long FeeFixedMinorUnits { get; set; }

    public long? MinimumMinorUnits { get; set; }

    /// <summary>Above it, the member presses a second time.</summary>
    public long? SoftCapMinorUnits { get; set; }

    /// <summary>What Checkout may show, by Stripe's names; empty leaves the choice to Stripe's dashboard.</summary>
    public string[] MethodTypes { get; set; } = [];

    public string? StatementDescriptor { get; set; }
}

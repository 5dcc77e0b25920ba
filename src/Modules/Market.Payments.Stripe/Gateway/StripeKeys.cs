using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Gateway;

/// <summary>The market's keys, readable. Held no longer than needed; never logged, shown or sent back.</summary>
/// <param name="Settings">The rest of the settings.</param>
public sealed record StripeKeys(string? PublishableKey, string? SecretKey, string? WebhookSecret, StripeSettings Settings)
{
    /// <summary>Whether payments can be asked for.</summary>
    public bool AreSet => SecretKey is not null && PublishableKey is not null;

    /// <summary>Whether it is about real money; none while no key is set.</summary>
    public bool? IsLive => StripeMode.OfSecret(SecretKey);

    public override string ToString() => nameof(StripeKeys);
}

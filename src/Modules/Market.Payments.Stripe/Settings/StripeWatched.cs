using Market.Payments.Stripe.Models;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Stripe.Settings;

public sealed class StripeWatched(IStringLocalizer<StripeWatched> S) : IWatchedSettings
{
    public string Section => nameof(StripeSettings);

    public IReadOnlyCollection<string> Secrets => [nameof(StripeSettings.ProtectedSecretKey), nameof(StripeSettings.ProtectedWebhookSecret)];

    public IReadOnlyDictionary<string, string> Told => new Dictionary<string, string>
    {
        [nameof(StripeSettings.PublishableKey)] = S["Publishable key"],
        [nameof(StripeSettings.ProtectedSecretKey)] = S["Secret or restricted key"],
        [nameof(StripeSettings.ProtectedWebhookSecret)] = S["Signing secret of the webhook"],
    };
}

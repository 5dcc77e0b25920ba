using Market.Ledger;
using Market.Payments.Stripe.Checkout;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.Localization;
using OrchardCore.Settings;

namespace Market.Payments.Stripe.Settings;

/// <summary>What paying by card still needs where it is offered, beside the keys that it cannot be offered without.</summary>
public sealed class StripeSetUpCheck(ISiteService siteService, IMarketTerms terms, IStringLocalizer<StripeSetUpCheck> S) : ISetUpCheck
{
    public async Task<IReadOnlyList<StillToSet>> FindAsync() =>
        (await terms.GetAsync()).FindOffered(StripeMethod.MethodName) is not null
        && string.IsNullOrEmpty((await siteService.GetSettingsAsync<StripeSettings>()).ProtectedWebhookSecret)
            ? [new StillToSet(S["The webhook's signing secret is missing: what Stripe says is turned away, and card payments arrive late."], "PaymentsSettings")]
            : [];
}

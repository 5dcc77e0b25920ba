using Market.Payments.Stripe.Indexes;
using OrchardCore.Settings;

namespace Market.Payments.Stripe.Gateway;

/// <summary>Marks what this site asks of Stripe, since others may use the same Stripe account.</summary>
public sealed class SiteMark(ISiteService siteService)
{
    public async Task<string> GetAsync() => TextKey.Of("Market.Payments.Stripe:" + (await siteService.GetSiteSettingsAsync()).SiteSalt)[..16];
}

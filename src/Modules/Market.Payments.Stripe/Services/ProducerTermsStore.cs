using Market.Payments.Stripe.Models;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace Market.Payments.Stripe.Services;

/// <summary>Keeps who is linked, in the site's settings.</summary>
public sealed class ProducerTermsStore(ISiteService siteService)
{
    public async Task<IReadOnlyDictionary<string, ProducerTerms>> GetAsync() => (await siteService.GetSettingsAsync<ProducersSettings>()).Producers;

    /// <summary>Links a producer, or ends the link where there are no terms.</summary>
    public async Task SetAsync(string producerId, ProducerTerms? terms)
    {
        var site = await siteService.LoadSiteSettingsAsync();
        site.Alter<ProducersSettings>(settings =>
        {
            if (terms is null)
            {
                settings.Producers.Remove(producerId);
            }
            else
            {
                settings.Producers[producerId] = terms;
            }
        });
        await siteService.UpdateSiteSettingsAsync(site);
    }
}

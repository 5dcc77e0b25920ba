using Market.Ledger.Settlements;
using Market.Payments.Stripe.Models;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace Market.Payments.Stripe.Producers;

/// <summary>Keeps who is linked, in the site's settings. Whoever changes where money goes is noted in the audit trail, where that is on.</summary>
public sealed class ProducerTermsStore(ISiteService siteService, IEnumerable<IMarketAudit> trails)
{
    public async Task<IReadOnlyDictionary<string, ProducerTerms>> GetAsync() => (await siteService.GetSettingsAsync<ProducersSettings>()).Producers;

    /// <summary>Links a producer, or ends the link where there are no terms.</summary>
    public async Task SetAsync(Seller producer, ProducerTerms? terms, string userId)
    {
        ArgumentNullException.ThrowIfNull(producer);
        var site = await siteService.LoadSiteSettingsAsync();
        var before = string.Empty;
        site.Alter<ProducersSettings>(settings =>
        {
            before = Text(settings.Producers.GetValueOrDefault(producer.Id));
            if (terms is null)
            {
                settings.Producers.Remove(producer.Id);
            }
            else
            {
                settings.Producers[producer.Id] = terms;
            }
        });
        await siteService.UpdateSiteSettingsAsync(site);
        if (Text(terms) is var after && after != before)
        {
            var change = new MarketChange(ProducersEvents.Category, ProducersEvents.TermsChanged, producer.Id, producer.Name, $"{before} → {after}", userId);
            foreach (var trail in trails)
            {
                await trail.RecordAsync(change);
            }
        }
    }

    private static string Text(ProducerTerms? terms) => terms is null ? "–" : $"{terms.StripeAccountId}, {Percentage.Text(terms.CommissionBasisPoints)} %";
}

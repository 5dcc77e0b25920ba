using Market.Ledger.Receipts;
using Market.Ledger.Vat;
using Market.Payments.Models;
using OrchardCore.Settings;

namespace Market.Payments.Settings;

/// <summary>Reads who sells from the site's settings.</summary>
public sealed class MarketIdentityReader(ISiteService siteService) : IMarketIdentity
{
    public async Task<MarketIdentity> GetAsync()
    {
        var settings = await siteService.GetSettingsAsync<MarketIdentitySettings>();
        var accounting = await siteService.GetSettingsAsync<AccountingSettings>();
        return new MarketIdentity(settings.Name ?? (await siteService.GetSiteSettingsAsync()).SiteName)
        {
            Address = settings.Address,
            Siret = settings.Siret,
            VatNumber = accounting.VatNumber,
            VatSentence = accounting.Vat?.Mention(),
        };
    }
}

using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Methods;
using Market.Ledger.Vat;
using Market.Payments.Models;
using OrchardCore.Settings;

namespace Market.Payments.Terms;

/// <summary>The market's terms from the site's settings and the payment methods that modules bring.</summary>
public sealed class MarketTermsReader(ISiteService siteService, IEnumerable<IPaymentMethod> methods) : IMarketTerms
{
    /// <summary>What may be announced beyond what is owed where the market says nothing: 1,000 units, and 100,000 of a currency without decimals.</summary>
    public static Money UsualAnnouncementCap(Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return new Money(Math.Max(100_000, 1_000 * currency.MinorUnitsPerUnit), currency);
    }

    public async ValueTask<MarketTerms> GetAsync()
    {
        var settings = await siteService.GetSettingsAsync<PaymentsSettings>();
        var currency = Currency.TryFromCode(settings.CurrencyCode, out var known) ? known : Currency.Euro;
        var accounting = await siteService.GetSettingsAsync<AccountingSettings>();
        return new MarketTerms(
            settings.Active,
            currency,
            settings.Active ? [.. methods.Where(method => settings.OfferedMethods.Contains(method.Name, StringComparer.Ordinal))] : [],
            settings.FloorMinorUnits is { } floor ? new Money(floor, currency) : null)
        {
            LockDay = accounting.LockDay,
            Vat = accounting.Vat ?? VatLiability.Liable,
            FeeVat = accounting.FeeVatBasisPoints,
            AnnouncementCap = settings.AnnouncedCapMinorUnits is { } cap ? new Money(cap, currency) : UsualAnnouncementCap(currency),
        };
    }
}

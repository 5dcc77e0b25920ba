using Market.Ledger.Methods;
using Market.Payments.Models;
using Microsoft.Extensions.Localization;
using OrchardCore.Settings;

namespace Market.Payments.Settings;

/// <summary>What payments need before a market can begin.</summary>
public sealed class PaymentsSetUpCheck(
    ISiteService siteService,
    IEnumerable<IPaymentMethod> methods,
    IEnumerable<IMethodDetails> details,
    IStringLocalizer<PaymentsSetUpCheck> S) : ISetUpCheck
{
    private const string Page = "PaymentsSettings";

    public async Task<IReadOnlyList<StillToSet>> FindAsync()
    {
        var site = await siteService.GetSiteSettingsAsync();
        var settings = await siteService.GetSettingsAsync<PaymentsSettings>();
        var found = new List<StillToSet>();
        if (!settings.Active)
        {
            found.Add(new StillToSet(S["Payments are not active: nothing is posted anywhere."], Page));
        }

        var offered = methods.Where(method => settings.OfferedMethods.Contains(method.Name, StringComparer.Ordinal)).ToList();
        if (offered.Count == 0)
        {
            found.Add(new StillToSet(S["No payment method is offered: members do not read how to pay, and no payment can be recorded."], Page));
        }

        foreach (var method in offered)
        {
            foreach (var needed in details.Where(needed => needed.Method == method.Name))
            {
                if (await needed.FindMissingAsync() is { } missing)
                {
                    found.Add(new StillToSet(S["{0} Members are not offered it until then.", missing], Page));
                }
            }
        }

        if (offered.Any(method => method.Name == BuiltInMethods.Transfer) && !settings.IsTransferConfirmed())
        {
            found.Add(new StillToSet(S["Nobody has confirmed that the account's holder is written as the bank knows it: payers' banks compare the two, and warn of a transfer to any other name."], Page));
        }

        if (settings.FloorMinorUnits is null)
        {
            found.Add(new StillToSet(S["There is no lowest balance: whoever has an account may order for any amount without paying."], Page));
        }

        if ((await siteService.GetSettingsAsync<AccountingSettings>()).Vat is null)
        {
            found.Add(new StillToSet(S["Nobody has said whether the market owes VAT: until then what it sells is booked as if it did."], Page));
        }

        if (string.IsNullOrWhiteSpace(site.BaseUrl))
        {
            found.Add(StillToSet.InSite(S["The base URL is not set: mails that are written in the background carry no links."], "general"));
        }

        return found;
    }
}

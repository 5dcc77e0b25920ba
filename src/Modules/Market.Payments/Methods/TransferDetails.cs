using Market.Ledger.Banking;
using Market.Payments.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.Settings;

namespace Market.Payments.Methods;

/// <summary>Transfers go to somebody's account.</summary>
public sealed class TransferDetails(ISiteService siteService, IStringLocalizer<TransferDetails> S) : IMethodDetails
{
    public string Method => BuiltInMethods.Transfer;

    public async Task<string?> FindMissingAsync(IFormCollection? page = null)
    {
        var settings = await siteService.GetSettingsAsync<PaymentsSettings>();
        return string.IsNullOrWhiteSpace(settings.TransferHolder) || !Iban.TryParse(settings.TransferIban, out _)
            ? S["Transfers need the holder and the IBAN of the account."].Value
            : null;
    }
}

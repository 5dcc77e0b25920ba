using Market.Payments.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.Settings;

namespace Market.Payments.Methods;

/// <summary>Cheques are made out to somebody.</summary>
public sealed class ChequeDetails(ISiteService siteService, IStringLocalizer<ChequeDetails> S) : IMethodDetails
{
    public string Method => BuiltInMethods.Cheque;

    public async Task<string?> FindMissingAsync(IFormCollection? page = null) =>
        string.IsNullOrWhiteSpace((await siteService.GetSettingsAsync<PaymentsSettings>()).ChequePayee) ? S["Cheques need a payee."].Value : null;
}

using System.Text.Json.Nodes;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace Market.Payments.Settings;

/// <summary>The accounting settings in recipes.</summary>
public sealed class AccountingInRecipes(ISiteService siteService, AccountingSettingsForm form, IStringLocalizer<AccountingInRecipes> S) : IMarketSettings
{
    private static readonly Dictionary<string, string> Names = new() { [nameof(AccountingSettingsViewModel.FeeVat)] = nameof(AccountingSettings.FeeVatBasisPoints) };

    public string Name => "Accounting";

    public async Task<bool> AreStoredAsync() => (await siteService.GetSiteSettingsAsync()).Has<AccountingSettings>();

    public async Task<JsonObject> ExportAsync() => SettingsJson.Write(await siteService.GetSettingsAsync<AccountingSettings>());

    public async Task<SettingsReading> ReadAsync(JsonObject given)
    {
        var site = await siteService.LoadSiteSettingsAsync();
        var settings = site.GetOrCreate<AccountingSettings>();
        if (SettingsJson.Read(settings, given, out var fault) is not { } wanted)
        {
            return SettingsReading.Refused([fault!]);
        }

        var (model, errors) = (new AccountingSettingsViewModel(), new ModelStateDictionary());
        AccountingSettingsForm.Fill(model, wanted);
        await form.ReadAsync(settings, model, string.Empty, errors);
        return new SettingsReading(
            [
                .. wanted.Numbers.Keys.Except(form.Accounts(model.Numbers).Select(account => account.Name), StringComparer.Ordinal)
                    .Select(unknown => new SettingsFault($"{nameof(settings.Numbers)}[{unknown}]", S["There is nothing of this name to number here."])),
                .. SettingsFault.Of(errors, Names),
            ],
            async () =>
            {
                site.Put(settings);
                await siteService.UpdateSiteSettingsAsync(site);
            });
    }
}

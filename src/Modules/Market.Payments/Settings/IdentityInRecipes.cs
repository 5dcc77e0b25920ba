using System.Text.Json.Nodes;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace Market.Payments.Settings;

/// <summary>The market's name and address in recipes.</summary>
public sealed class IdentityInRecipes(ISiteService siteService, MarketIdentitySettingsForm form) : IMarketSettings
{
    public string Name => "Identity";

    public async Task<bool> AreStoredAsync() => (await siteService.GetSiteSettingsAsync()).Has<MarketIdentitySettings>();

    public async Task<JsonObject> ExportAsync() => SettingsJson.Write(await siteService.GetSettingsAsync<MarketIdentitySettings>());

    public async Task<SettingsReading> ReadAsync(JsonObject given)
    {
        var site = await siteService.LoadSiteSettingsAsync();
        var settings = site.GetOrCreate<MarketIdentitySettings>();
        if (SettingsJson.Read(settings, given, out var fault) is not { } wanted)
        {
            return SettingsReading.Refused([fault!]);
        }

        var (model, errors) = (new MarketIdentitySettingsViewModel(), new ModelStateDictionary());
        MarketIdentitySettingsForm.Fill(model, wanted);
        form.Read(settings, model, string.Empty, errors);
        return new SettingsReading(
            [.. SettingsFault.Of(errors)],
            async () =>
            {
                site.Put(settings);
                await siteService.UpdateSiteSettingsAsync(site);
            });
    }
}

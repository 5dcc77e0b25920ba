using System.Text.Json.Nodes;
using Market.Payments.Models;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace Market.Payments.Words;

/// <summary>The market's words in recipes and deployment plans.</summary>
public sealed class WordsInRecipes(ISiteService siteService, WordsForm form) : IMarketSettings
{
    public string Name => "Words";

    public async Task<bool> AreStoredAsync() => (await siteService.GetSiteSettingsAsync()).Has<WordsSettings>();

    public async Task<JsonObject> ExportAsync() => SettingsJson.Write(await siteService.GetSettingsAsync<WordsSettings>());

    public async Task<SettingsReading> ReadAsync(JsonObject given)
    {
        var site = await siteService.LoadSiteSettingsAsync();
        if (SettingsJson.Read(site.GetOrCreate<WordsSettings>(), given, out var fault) is not { } wanted)
        {
            return SettingsReading.Refused([fault!]);
        }

        var errors = new ModelStateDictionary();
        var settings = form.Read([.. Term.All.Select(term => term.Choice(wanted))], errors, place => Term.All[place].Name + '.');
        return new SettingsReading(
            [.. SettingsFault.Of(errors)],
            async () =>
            {
                site.Put(settings);
                await siteService.UpdateSiteSettingsAsync(site);
            });
    }
}

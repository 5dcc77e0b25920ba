using System.Text.Json.Nodes;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace Market.Payments.Reminders.Ladder;

/// <summary>The ladder and its texts in recipes. Which languages there are is for the recipe to say; each step has a text in all of them.</summary>
public sealed class RemindersInRecipes(ISiteService siteService, RemindersForm form, IStringLocalizer<RemindersInRecipes> S) : IMarketSettings
{
    private static readonly Dictionary<string, string> Names = new()
    {
        [nameof(RemindersSettingsViewModel.Threshold)] = nameof(RemindersSettings.ThresholdMinorUnits),
    };

    public string Name => "Reminders";

    public async Task<bool> AreStoredAsync() => (await siteService.GetSiteSettingsAsync()).Has<RemindersSettings>();

    public async Task<JsonObject> ExportAsync() => SettingsJson.Write(await siteService.GetSettingsAsync<RemindersSettings>());

    public async Task<SettingsReading> ReadAsync(JsonObject given)
    {
        var site = await siteService.LoadSiteSettingsAsync();
        if (SettingsJson.Read(site.GetOrCreate<RemindersSettings>(), given, out var fault) is not { } wanted)
        {
            return SettingsReading.Refused([fault!]);
        }

        var errors = new ModelStateDictionary();
        var model = await form.FillAsync(wanted);
        model.Cultures = [.. wanted.Steps.SelectMany(step => step.Texts.Keys).Distinct(StringComparer.Ordinal)];
        var settings = await form.ReadAsync(model, errors);
        if (wanted.Steps.Length > RemindersForm.MostSteps)
        {
            errors.AddModelError(nameof(wanted.Steps), S["There are {0} steps at most.", RemindersForm.MostSteps]);
        }
        else if (wanted.Steps.Length > 0 && model.Cultures.Count == 0)
        {
            errors.AddModelError(nameof(wanted.Steps), S["A step has a text in one language at least."]);
        }

        return new SettingsReading(
            [.. SettingsFault.Of(errors, Names)],
            async () =>
            {
                site.Put(settings);
                await siteService.UpdateSiteSettingsAsync(site);
            });
    }
}

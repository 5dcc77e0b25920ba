using System.Text.Json.Nodes;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace Market.Orders.Settings;

/// <summary>The orders' settings in recipes.</summary>
public sealed class OrdersInRecipes(ISiteService siteService, OrdersSettingsForm form) : IMarketSettings
{
    /// <inheritdoc/>
    public string Name => "Orders";

    /// <inheritdoc/>
    public async Task<bool> AreStoredAsync() => (await siteService.GetSiteSettingsAsync()).Has<OrdersSettings>();

    /// <inheritdoc/>
    public async Task<JsonObject> ExportAsync() => SettingsJson.Write(await siteService.GetSettingsAsync<OrdersSettings>());

    /// <inheritdoc/>
    public async Task<SettingsReading> ReadAsync(JsonObject given)
    {
        var site = await siteService.LoadSiteSettingsAsync();
        var settings = site.GetOrCreate<OrdersSettings>();
        if (SettingsJson.Read(settings, given, out var fault) is not { } wanted)
        {
            return SettingsReading.Refused([fault!]);
        }

        var errors = new ModelStateDictionary();
        form.Read(settings, wanted.ClosingSoonHours, string.Empty, errors);
        return new SettingsReading(
            [.. SettingsFault.Of(errors)],
            async () =>
            {
                site.Put(settings);
                await siteService.UpdateSiteSettingsAsync(site);
            });
    }
}

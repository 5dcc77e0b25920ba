using System.Text.Json.Nodes;
using Market.Ledger.Methods;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace Market.Payments.Settings;

/// <summary>The payment settings in recipes.</summary>
public sealed class PaymentsInRecipes(
    ISiteService siteService,
    PaymentsSettingsForm form,
    IEnumerable<IPaymentMethod> methods,
    IStringLocalizer<PaymentsInRecipes> S) : IMarketSettings
{
    private static readonly Dictionary<string, string> Names = new()
    {
        [nameof(PaymentsSettingsViewModel.Floor)] = nameof(PaymentsSettings.FloorMinorUnits),
        [nameof(PaymentsSettingsViewModel.HolderConfirmed)] = nameof(PaymentsSettings.TransferConfirmed),
        [nameof(PaymentsSettingsViewModel.FeeApproval)] = nameof(PaymentsSettings.FeeApprovalMinorUnits),
        [nameof(PaymentsSettingsViewModel.GiftLimit)] = nameof(PaymentsSettings.GiftLimitMinorUnits),
        [nameof(PaymentsSettingsViewModel.AnnouncedCap)] = nameof(PaymentsSettings.AnnouncedCapMinorUnits),
    };

    public string Name => "Payments";

    public async Task<bool> AreStoredAsync() => (await siteService.GetSiteSettingsAsync()).Has<PaymentsSettings>();

    public async Task<JsonObject> ExportAsync() => SettingsJson.Write(await siteService.GetSettingsAsync<PaymentsSettings>());

    public async Task<SettingsReading> ReadAsync(JsonObject given)
    {
        var site = await siteService.LoadSiteSettingsAsync();
        var settings = site.GetOrCreate<PaymentsSettings>();
        if (SettingsJson.Read(settings, given, out var fault) is not { } wanted)
        {
            return SettingsReading.Refused([fault!]);
        }

        var (model, errors) = (new PaymentsSettingsViewModel(), new ModelStateDictionary());
        PaymentsSettingsForm.Fill(model, wanted);
        await form.ReadAsync(settings, model, string.Empty, errors);
        return new SettingsReading(
            [
                .. wanted.OfferedMethods.Except(methods.Select(method => method.Name), StringComparer.Ordinal)
                    .Select(unknown => new SettingsFault(nameof(settings.OfferedMethods), S["There is no payment method called {0} here. Is its feature on?", unknown])),
                .. SettingsFault.Of(errors, Names),
            ],
            async () =>
            {
                site.Put(settings);
                await siteService.UpdateSiteSettingsAsync(site);
            });
    }
}

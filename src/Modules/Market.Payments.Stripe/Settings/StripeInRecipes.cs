using System.Text.Json.Nodes;
using Market.Payments.Stripe.Checkout;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace Market.Payments.Stripe.Settings;

/// <summary>Stripe's settings in recipes. The two secrets neither leave nor come this way: those that are there stay.</summary>
public sealed class StripeInRecipes(ISiteService siteService, StripeSettingsForm form, IStringLocalizer<StripeInRecipes> S) : IMarketSettings
{
    private static readonly string[] Secrets = [nameof(StripeSettings.ProtectedSecretKey), nameof(StripeSettings.ProtectedWebhookSecret)];

    private static readonly Dictionary<string, string> Names = new()
    {
        [nameof(StripeSettingsViewModel.FeePercent)] = nameof(StripeSettings.FeeBasisPoints),
        [nameof(StripeSettingsViewModel.FeeFixed)] = nameof(StripeSettings.FeeFixedMinorUnits),
        [nameof(StripeSettingsViewModel.Minimum)] = nameof(StripeSettings.MinimumMinorUnits),
        [nameof(StripeSettingsViewModel.SoftCap)] = nameof(StripeSettings.SoftCapMinorUnits),
    };

    public string Name => "Stripe";

    public async Task<bool> AreStoredAsync() => (await siteService.GetSiteSettingsAsync()).Has<StripeSettings>();

    public async Task<JsonObject> ExportAsync() => SettingsJson.Write(await siteService.GetSettingsAsync<StripeSettings>(), Secrets);

    public async Task<SettingsReading> ReadAsync(JsonObject given)
    {
        var site = await siteService.LoadSiteSettingsAsync();
        var settings = site.GetOrCreate<StripeSettings>();
        if (SettingsJson.Read(settings, given, out var fault, Secrets) is not { } wanted)
        {
            return SettingsReading.Refused([fault!]);
        }

        var (model, errors) = (new StripeSettingsViewModel(), new ModelStateDictionary());
        await form.FillAsync(model, wanted);
        await form.ReadAsync(settings, model, string.Empty, errors);
        return new SettingsReading(
            [
                .. wanted.MethodTypes.Except(CheckoutMethods.All.Select(method => method.Name), StringComparer.Ordinal)
                    .Select(unknown => new SettingsFault(nameof(settings.MethodTypes), S["{0} is nothing that the payment page may show.", unknown])),
                .. SettingsFault.Of(errors, Names),
            ],
            async () =>
            {
                site.Put(settings);
                await siteService.UpdateSiteSettingsAsync(site);
            });
    }
}

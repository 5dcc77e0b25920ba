using Market.Ledger.Receipts;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Payments.Settings;

/// <summary>Fills the form of the market's name and address and reads it, with a sentence at the field for each thing wrong.</summary>
public sealed class MarketIdentitySettingsForm(IStringLocalizer<MarketIdentitySettingsForm> S)
{
    public static void Fill(MarketIdentitySettingsViewModel model, MarketIdentitySettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        model.Name = settings.Name;
        model.Address = settings.Address;
        model.Siret = Siret.TryParse(settings.Siret, out var siret) ? siret.ToString() : settings.Siret;
    }

    /// <summary>Puts what the form says into the settings; to be kept only where no error was added.</summary>
    public void Read(MarketIdentitySettings settings, MarketIdentitySettingsViewModel model, string prefix, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(errors);
        settings.Name = model.Name;
        settings.Address = model.Address;
        settings.Siret = string.IsNullOrWhiteSpace(model.Siret) ? null : model.Siret.Trim();
        if (settings.Name is { Length: > MarketIdentitySettings.LongestLine })
        {
            errors.AddModelError(prefix, nameof(model.Name), S["The name has {0} characters at most.", MarketIdentitySettings.LongestLine]);
        }

        if (settings.Address?.Split('\n') is { } lines && (lines.Length > MarketIdentitySettings.MostLines || lines.Any(line => line.Length > MarketIdentitySettings.LongestLine)))
        {
            errors.AddModelError(prefix, nameof(model.Address), S["The address has {0} lines of {1} characters at most.", MarketIdentitySettings.MostLines, MarketIdentitySettings.LongestLine]);
        }

        if (Siret.TryParse(settings.Siret, out var siret))
        {
            settings.Siret = siret.Value;
        }
        else if (settings.Siret is not null)
        {
            errors.AddModelError(prefix, nameof(model.Siret), S["This SIRET is not valid: it has fourteen digits, the last one a check."]);
        }
    }
}

using System.Text.Json.Nodes;
using Market.Ledger.Amounts;
using Market.Payments.Models;
using Market.Payments.Terms;
using Microsoft.Extensions.Localization;
using OrchardCore.Data.Documents;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;

namespace Market.Payments.Recipes;

/// <summary>Refuses in Orchard's own step for settings what the pages refuse: an unknown time zone, and another currency while there is anything in this one.</summary>
public sealed class SettingsStepGuard(
    ISiteService siteService,
    IDocumentStore documents,
    ShellSettings shell,
    IClock clock,
    CurrencyLock currencyLock,
    IStringLocalizer<SettingsStepGuard> S,
    IStringLocalizer<ZoneInSettings> zoneS) : NamedRecipeStepHandler("Settings")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await FindFaultAsync(context.Step) is { } fault)
        {
            // Orchard's step has changed the settings in this scope, or will: nothing of it is kept.
            context.Errors.Add(fault);
            await documents.CancelAsync();
        }
    }

    private async Task<string?> FindFaultAsync(JsonObject step)
    {
        // A site that is being set up would be left half made: it says so when it starts.
        if (!shell.IsInitializing() && step["TimeZoneId"]?.ToString() is { Length: > 0 } zone && clock.GetTimeZone(zone).TimeZoneId != zone)
        {
            return ZoneInSettings.Sentence(zoneS, zone);
        }

        if (step[nameof(PaymentsSettings)]?[nameof(PaymentsSettings.CurrencyCode)]?.ToString() is not { } code)
        {
            return null;
        }

        // What is in force, not what Orchard's step has put into its own copy.
        var current = (await siteService.GetSettingsAsync<PaymentsSettings>()).CurrencyCode;
        return code == current ? null
            : Currency.TryFromCode(code, out _) ? await currencyLock.FindReasonAsync(current)
            : S["{0} is not a currency code. Examples: EUR, CHF, TND.", code].Value;
    }
}

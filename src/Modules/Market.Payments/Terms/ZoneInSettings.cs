using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Settings;

namespace Market.Payments.Terms;

/// <summary>Refuses a time zone that is unknown on the page of Orchard's where it is chosen: the market's days depend on it.</summary>
public sealed class ZoneInSettings(IClock clock, IStringLocalizer<ZoneInSettings> S) : DisplayDriver<ISite>
{
    public override Task<IDisplayResult> UpdateAsync(ISite site, UpdateEditorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        // Orchard's own driver has read the page before.
        if (string.Equals(context.GroupId, "general", StringComparison.OrdinalIgnoreCase) && MarketZone.Of(site, clock) is { IsKnown: false, Name: var name })
        {
            context.Updater.ModelState.AddModelError(Prefix, "TimeZone", Sentence(S, name));
        }

        return Task.FromResult<IDisplayResult>(null!);
    }

    internal static string Sentence(IStringLocalizer S, string name) => S["The time zone {0} is not known here. Write it like Europe/Paris.", name].Value;
}

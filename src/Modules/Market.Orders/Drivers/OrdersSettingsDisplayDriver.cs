using Market.Orders.Models;
using Market.Orders.ViewModels;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Settings;

namespace Market.Orders.Drivers;

/// <summary>Settings → Orders.</summary>
public sealed class OrdersSettingsDisplayDriver : SiteDisplayDriver<OrdersSettings>
{
    private const int LongestHours = 720;

    internal readonly IStringLocalizer<OrdersSettingsDisplayDriver> S;

    /// <summary>Creates the driver.</summary>
    public OrdersSettingsDisplayDriver(IStringLocalizer<OrdersSettingsDisplayDriver> localizer) => S = localizer;

    /// <inheritdoc/>
    protected override string SettingsGroupId => OrdersSettings.GroupId;

    /// <inheritdoc/>
    public override IDisplayResult Edit(ISite site, OrdersSettings settings, BuildEditorContext context) =>
        Initialize<OrdersSettingsViewModel>("OrdersSettings_Edit", model => model.ClosingSoonHours = settings.ClosingSoonHours)
            .Location("Content:1")
            .OnGroup(SettingsGroupId);

    /// <inheritdoc/>
    public override async Task<IDisplayResult> UpdateAsync(ISite site, OrdersSettings settings, UpdateEditorContext context)
    {
        var model = new OrdersSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        if (model.ClosingSoonHours is >= 1 and <= LongestHours and var hours)
        {
            settings.ClosingSoonHours = hours;
        }
        else
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.ClosingSoonHours), S["From 1 to {0} hours.", LongestHours]);
        }

        return Edit(site, settings, context);
    }
}

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
public sealed class OrdersSettingsDisplayDriver(IStringLocalizer<OrdersSettingsDisplayDriver> S) : SiteDisplayDriver<OrdersSettings>
{
    private const int LongestHours = 720;

    protected override string SettingsGroupId => OrdersSettings.GroupId;

    public override IDisplayResult Edit(ISite site, OrdersSettings settings, BuildEditorContext context) =>
        Initialize<OrdersSettingsViewModel>("OrdersSettings_Edit", model => model.ClosingSoonHours = settings.ClosingSoonHours)
            .Location("Content:1")
            .OnGroup(SettingsGroupId);

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

using Market.Orders.Models;
using Market.Orders.Settings;
using Market.Orders.ViewModels;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;

namespace Market.Orders.Drivers;

/// <summary>Settings → Orders.</summary>
public sealed class OrdersSettingsDisplayDriver(OrdersSettingsForm form) : SiteDisplayDriver<OrdersSettings>
{
    protected override string SettingsGroupId => OrdersSettings.GroupId;

    public override IDisplayResult Edit(ISite site, OrdersSettings settings, BuildEditorContext context) =>
        Initialize<OrdersSettingsViewModel>("OrdersSettings_Edit", model => model.ClosingSoonHours = settings.ClosingSoonHours)
            .Location("Content:1")
            .OnGroup(SettingsGroupId);

    public override async Task<IDisplayResult> UpdateAsync(ISite site, OrdersSettings settings, UpdateEditorContext context)
    {
        var model = new OrdersSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        form.Read(settings, model.ClosingSoonHours, Prefix, context.Updater.ModelState);
        return Edit(site, settings, context);
    }
}

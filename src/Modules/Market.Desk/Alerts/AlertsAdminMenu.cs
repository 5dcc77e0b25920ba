using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Navigation;

namespace Market.Desk.Alerts;

public sealed class AlertsAdminMenu(IStringLocalizer<AlertsAdminMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Desk"], desk => desk
            .Add(S["My alerts"], "4", alerts => alerts.Action("Index", "Alerts", "Market.Desk").Permission(AdminPermissions.AccessAdminPanel).LocalNav()));
        return ValueTask.CompletedTask;
    }
}

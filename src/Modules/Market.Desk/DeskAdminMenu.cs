using Market.Payments;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Market.Desk;

/// <summary>The desk in the admin's menu: its home, and the search where there is no keyboard.</summary>
public sealed class DeskAdminMenu(IPermissionService permissions, IStringLocalizer<DeskAdminMenu> S) : AdminNavigationProvider
{
    private const string Area = "Market.Desk";

    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var view = await permissions.FindByNameAsync(PaymentsRights.ViewBalances);
        builder.Add(S["Desk"], "0.1", desk => desk
            .AddClass("desk").Id("desk")
            .Add(S["What waits"], "1", home => home.Action("Index", "Home", Area).Permission(AdminPermissions.AccessAdminPanel).LocalNav())
            .Add(S["Find"], "2", find => find.Action("Index", "Find", Area).Permission(AdminPermissions.AccessAdminPanel).LocalNav())
            .Add(S["Trends"], "3", trends => trends.Action("Index", "Trends", Area).Permission(view).LocalNav()));
    }
}

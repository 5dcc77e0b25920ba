using Market.Orders.Models;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Contents;
using OrchardCore.Contents.Security;
using OrchardCore.Navigation;
using OrchardCore.Settings;

namespace Market.Orders;

/// <summary>The menu "Market" of the admin.</summary>
public sealed class OrdersAdminMenu(IStringLocalizer<OrdersAdminMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Market"], "0.5", market =>
        {
            market.AddClass("market").Id("market");
            market.Add(S["Orders"], "1", orders => orders
                .Action("Index", "Admin", "Market.Orders")
                .Permission(OrdersPermissions.ViewOrders)
                .LocalNav());
            AddList(market, S["Distributions"], "2", OrdersConstants.Distribution);
            AddList(market, S["Products"], "3", OrdersConstants.Product);
            AddList(market, S["Producers"], "4", OrdersConstants.Producer);
            AddList(market, S["Packaging on deposit"], "5", OrdersConstants.Returnable);
        });
        builder.Add(S["Settings"], settings => settings
            .Add(S["Orders"], S["Orders"].PrefixPosition(), orders => orders
                .Action("Index", "Admin", new RouteValueDictionary { ["area"] = "OrchardCore.Settings", ["groupId"] = OrdersSettings.GroupId })
                .Permission(SettingsPermissions.ManageGroupSettings)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }

    private static void AddList(NavigationItemBuilder menu, LocalizedString text, string position, string contentType)
    {
        var list = ContentTypePermissionsHelper.PermissionTemplates[CommonPermissions.ListContent.Name];
        menu.Add(text, position, item => item
            .Action("List", "Admin", new RouteValueDictionary { ["area"] = "OrchardCore.Contents", ["contentTypeId"] = contentType })
            .Permission(ContentTypePermissionsHelper.CreateDynamicPermission(list, contentType))
            .LocalNav());
    }
}

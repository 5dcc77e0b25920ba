using Market.Handbook.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;

namespace Market.Handbook;

public sealed class AdminMenu(IStringLocalizer<AdminMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Handbook"], "0.9", handbook => handbook
            .AddClass("handbook")
            .Id("handbook")
            .Action(nameof(HandbookController.Index), typeof(HandbookController).ControllerName(), "Market.Handbook")
            .Permission(AdminPermissions.AccessAdminPanel)
            .LocalNav());
        return ValueTask.CompletedTask;
    }
}

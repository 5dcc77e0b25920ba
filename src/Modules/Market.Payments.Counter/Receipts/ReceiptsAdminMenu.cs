using Market.Payments.Counter.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Market.Payments.Counter.Receipts;

public sealed class ReceiptsAdminMenu(IPermissionService permissions, IStringLocalizer<ReceiptsAdminMenu> S) : AdminNavigationProvider
{
    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var view = await permissions.FindByNameAsync(PaymentsRights.ViewBalances);
        builder.Add(S["Clients"], clients => clients
            .Add(S["Receipts"], "7", receipts => receipts
                .Action(nameof(ReceiptsController.Index), typeof(ReceiptsController).ControllerName(), "Market.Payments.Counter")
                .Permission(view)
                .LocalNav()));
    }
}

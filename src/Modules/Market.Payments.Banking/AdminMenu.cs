using Market.Payments.Banking.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Market.Payments.Banking;

public sealed class AdminMenu(IPermissionService permissions, IStringLocalizer<AdminMenu> S) : AdminNavigationProvider
{
    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var view = await permissions.FindByNameAsync(PaymentsRights.ViewBalances);
        builder.Add(S["Clients"], clients => clients
            .Add(S["Cheques"], "3.5", cheques => cheques
                .Action(nameof(ChequesController.Index), typeof(ChequesController).ControllerName(), "Market.Payments.Banking")
                .Permission(view)
                .LocalNav())
            .Add(S["Bank"], "4", bank => bank
                .Action(nameof(BankController.Index), typeof(BankController).ControllerName(), "Market.Payments.Banking")
                .Permission(view)
                .LocalNav()));
    }
}

using Market.Payments.Reminders.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Market.Payments.Reminders;

public sealed class RemindersAdminMenu(IPermissionService permissions, IStringLocalizer<RemindersAdminMenu> S) : AdminNavigationProvider
{
    private const string Area = "Market.Payments.Reminders";

    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var view = await permissions.FindByNameAsync(PaymentsRights.ViewBalances);
        builder.Add(S["Clients"], clients => clients
            .Add(S["Reminders"], "5", reminders => reminders
                .Action(nameof(RemindersController.Index), typeof(RemindersController).ControllerName(), Area)
                .Permission(view)
                .LocalNav()));
    }
}

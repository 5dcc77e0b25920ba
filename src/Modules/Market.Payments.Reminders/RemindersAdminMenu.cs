using Market.Payments.Reminders.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;

namespace Market.Payments.Reminders;

public sealed class RemindersAdminMenu(IStringLocalizer<RemindersAdminMenu> S) : AdminNavigationProvider
{
    private const string Area = "Market.Payments.Reminders";

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Clients"], clients => clients
            .Add(S["Reminders"], "5", reminders => reminders
                .Action(nameof(RemindersController.Index), typeof(RemindersController).ControllerName(), Area)
                .Permission(PaymentsPermissions.ViewBalances)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }
}

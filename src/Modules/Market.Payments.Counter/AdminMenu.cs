using Market.Payments.Counter.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;

namespace Market.Payments.Counter;

public sealed class AdminMenu(IStringLocalizer<AdminMenu> S) : AdminNavigationProvider
{
    private const string Area = "Market.Payments.Counter";

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Clients"], clients => clients
            .Add(S["Counter"], "2.5", counter => counter
                .Action(nameof(CounterController.Index), typeof(CounterController).ControllerName(), Area)
                .Permission(CounterPermissions.UseCounter)
                .LocalNav())
            .Add(S["Cash drawers"], "3.5", drawers => drawers
                .Action(nameof(DrawersController.Index), typeof(DrawersController).ControllerName(), Area)
                .Permission(CounterPermissions.ManageDrawers)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }
}

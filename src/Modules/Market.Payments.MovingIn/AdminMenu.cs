using Market.Payments.MovingIn.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;

namespace Market.Payments.MovingIn;

public sealed class AdminMenu(IStringLocalizer<AdminMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Clients"], clients => clients
            .Add(S["Moving in"], "9.7", moving => moving
                .Action(nameof(MovingInController.Index), typeof(MovingInController).ControllerName(), "Market.Payments.MovingIn")
                .Permission(MovingPermissions.MoveIn)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }
}

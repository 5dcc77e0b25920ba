using Market.Payments.Banking.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;

namespace Market.Payments.Banking;

public sealed class AdminMenu(IStringLocalizer<AdminMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Clients"], clients => clients
            .Add(S["Bank"], "4", bank => bank
                .Action(nameof(BankController.Index), typeof(BankController).ControllerName(), "Market.Payments.Banking")
                .Permission(PaymentsPermissions.ViewBalances)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }
}

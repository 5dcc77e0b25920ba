using Market.Payments.Stripe.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;

namespace Market.Payments.Stripe;

public sealed class ProducersAdminMenu(IStringLocalizer<ProducersAdminMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Clients"], "0.4", clients => clients
            .Add(S["Producers"], "4.5", producers => producers
                .Action(nameof(ProducersController.Index), typeof(ProducersController).ControllerName(), "Market.Payments.Stripe")
                .Permission(PaymentsPermissions.ViewBalances)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }
}

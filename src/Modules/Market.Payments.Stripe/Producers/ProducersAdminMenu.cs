using Market.Payments.Stripe.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Market.Payments.Stripe.Producers;

public sealed class ProducersAdminMenu(IPermissionService permissions, IStringLocalizer<ProducersAdminMenu> S) : AdminNavigationProvider
{
    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var view = await permissions.FindByNameAsync(PaymentsRights.ViewBalances);
        builder.Add(S["Clients"], "0.4", clients => clients
            .Add(S["Producers"], "4.5", producers => producers
                .Action(nameof(ProducersController.Index), typeof(ProducersController).ControllerName(), "Market.Payments.Stripe")
                .Permission(view)
                .LocalNav()));
    }
}

using Market.Payments.Stripe.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Market.Payments.Stripe;

public sealed class StripeAdminMenu(IPermissionService permissions, IStringLocalizer<StripeAdminMenu> S) : AdminNavigationProvider
{
    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        var view = await permissions.FindByNameAsync(PaymentsRights.ViewBalances);
        builder.Add(S["Clients"], "0.4", clients => clients
            .Add(S["Online payments"], "4", online => online
                .Action(nameof(OnlinePaymentsController.Index), typeof(OnlinePaymentsController).ControllerName(), "Market.Payments.Stripe")
                .Permission(view)
                .LocalNav()));
    }
}

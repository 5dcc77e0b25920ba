using Market.Payments.Stripe.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.Core.Utilities;
using OrchardCore.Navigation;

namespace Market.Payments.Stripe;

public sealed class StripeAdminMenu(IStringLocalizer<StripeAdminMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Clients"], "0.4", clients => clients
            .Add(S["Online payments"], "4", online => online
                .Action(nameof(OnlinePaymentsController.Index), typeof(OnlinePaymentsController).ControllerName(), "Market.Payments.Stripe")
                .Permission(PaymentsPermissions.ViewBalances)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }
}

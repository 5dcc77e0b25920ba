using Market.Payments.Stripe.Gateway;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;

namespace Market.Payments.Stripe.Controllers;

/// <summary>Tries the saved keys and says what is wrong with them.</summary>
public sealed class ConnectionController(IAuthorizationService authorization, ConnectionCheck check) : Controller
{
    [Admin("payments/stripe/connection", "StripeConnection")]
    public async Task<IActionResult> Index() =>
        await authorization.MayAsync(User, PaymentsRights.ManagePaymentSettings) ? View(model: null) : Forbid();

    [HttpPost]
    [Admin("payments/stripe/connection", "StripeConnectionPost")]
    [ActionName(nameof(Index))]
    public async Task<IActionResult> IndexPost() =>
        await authorization.MayAsync(User, PaymentsRights.ManagePaymentSettings)
            ? View(await check.RunAsync(Url.RouteUrl(WebhookController.RouteName, null, Request.Scheme, Request.Host.Value)!))
            : Forbid();
}

using System.Security.Claims;
using Market.Ledger.Amounts;
using Market.Orders.Deliveries;
using Market.Orders.Sales;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Orders.Controllers;

/// <summary>Corrects what all orders of a distribution hold of a product or a producer: it did not come, less came, it has another price.</summary>
public sealed class DeliveryController(
    DeliveryService deliveries,
    DeliveryForms forms,
    Distributions distributions,
    IAuthorizationService authorization,
    INotifier notifier,
    IHtmlLocalizer<DeliveryController> H) : Controller
{
    private const string Address = "distributions/{distributionId:length(26)}/delivery";

    [HttpGet]
    [Admin(Address, "MarketDelivery")]
    public async Task<IActionResult> Index(string distributionId, DeliveryViewModel model)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        if (await distributions.FindAsync(distributionId) is not { } distribution)
        {
            return NotFound();
        }

        await forms.FillAsync(model, distribution);
        ModelState.Clear();
        if (!string.IsNullOrEmpty(model.What) && forms.Read(model, ModelState) is { } change)
        {
            await forms.PreviewAsync(model, change);
        }

        model.FormKey = IMoneyForms.NewKey();
        return View(model);
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    [ActionName(nameof(Index))]
    [Admin(Address, "MarketDeliveryPost")]
    public async Task<IActionResult> IndexPost(string distributionId, DeliveryViewModel model)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        if (await distributions.FindAsync(distributionId) is not { } distribution)
        {
            return NotFound();
        }

        await forms.FillAsync(model, distribution);
        if (forms.Read(model, ModelState) is not { } change)
        {
            return View(nameof(Index), model);
        }

        var result = await deliveries.CorrectAsync(new CorrectDelivery
        {
            DistributionId = distribution.Id,
            Change = change,
            Reason = model.Reason ?? string.Empty,
            Count = model.Count,
            SavedMinorUnits = model.SavedMinorUnits,
            FormKey = model.FormKey ?? string.Empty,
            UserId = User.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty,
        });
        if (result is DeliveryResult.Done { Correction: var done })
        {
            await notifier.SuccessAsync(H.Plural(done.Orders, "One order is corrected; the difference of {1} is on its account.", "{0} orders are corrected; the difference of {1} is on their accounts.", new Money(done.SavedMinorUnits, Currency.FromCode(done.Currency)).WithSign()));
            if (done.Missing > 0)
            {
                await notifier.WarningAsync(H.Plural(done.Missing, "No workflow put one of these orders on its account.", "No workflow put {0} of these orders on their accounts."));
            }

            return RedirectToRoute("MarketDelivery", new { distributionId });
        }

        ModelState.AddModelError(string.Empty, ((DeliveryResult.Refused)result).Sentence);
        await forms.PreviewAsync(model, change);
        ModelState.Remove(nameof(model.Count));
        ModelState.Remove(nameof(model.SavedMinorUnits));
        return View(nameof(Index), model);
    }
}

using Market.Orders.OnSale;
using Market.Orders.Sales;
using Market.Orders.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Orders.Controllers;

/// <summary>Says what a distribution has on sale, at which price and how much of it.</summary>
public sealed class OnSaleController(
    SaleLists lists,
    SaleForms forms,
    Distributions distributions,
    IAuthorizationService authorization,
    INotifier notifier,
    IHtmlLocalizer<OnSaleController> H) : Controller
{
    private const string Address = "distributions/{distributionId:length(26)}/on-sale";

    // Each product has four fields, and the default of a thousand would do for two hundred and fifty.
    private const int MostFields = 20_000;

    [HttpGet]
    [Admin(Address, "MarketOnSale")]
    public async Task<IActionResult> Index(string distributionId, string? from)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        if (await distributions.FindAsync(distributionId) is not { } distribution)
        {
            return NotFound();
        }

        var model = new OnSaleViewModel();
        await forms.FillAsync(model, distribution);
        await forms.PresentAsync(model, from);
        return View(model);
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    [RequestFormLimits(ValueCountLimit = MostFields)]
    [ActionName(nameof(Index))]
    [Admin(Address, "MarketOnSalePost")]
    public async Task<IActionResult> IndexPost(string distributionId, OnSaleViewModel model)
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
        var items = forms.Read(model, ModelState);
        if (ModelState.IsValid)
        {
            if (await lists.SaveAsync(new SaveSaleList { DistributionId = distribution.Id, Items = items, Stamp = model.Stamp ?? string.Empty }) is { } fault)
            {
                ModelState.AddModelError(string.Empty, fault);
            }
            else
            {
                await notifier.SuccessAsync(H.Plural(items.Count, "One product is on sale.", "{0} products are on sale."));
                return RedirectToRoute("MarketOnSale", new { distributionId });
            }
        }

        return View(nameof(Index), model);
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin(Address + "/remove", "MarketOnSaleRemove")]
    public async Task<IActionResult> Remove(string distributionId, string? stamp)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        if (await distributions.FindAsync(distributionId) is not { } distribution)
        {
            return NotFound();
        }

        if (await lists.SaveAsync(new SaveSaleList { DistributionId = distribution.Id, Items = [], Stamp = stamp ?? string.Empty }) is { } fault)
        {
            await notifier.ErrorAsync(H["{0}", fault]);
        }
        else
        {
            await notifier.SuccessAsync(H["The list is gone: all products are sold at their own price, without limits."]);
        }

        return RedirectToRoute("MarketOnSale", new { distributionId });
    }
}

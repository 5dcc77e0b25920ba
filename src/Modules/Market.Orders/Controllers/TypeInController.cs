using System.Security.Claims;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.TypeIn;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Orders.Controllers;

/// <summary>Types in what members ordered on paper, one after the other, by the keyboard alone. The order window does not bind it.</summary>
public sealed class TypeInController(
    OrderService orders,
    TypeInPages pages,
    Distributions distributions,
    ShortageSentences shortages,
    IAuthorizationService authorization,
    INotifier notifier,
    IHtmlLocalizer<TypeInController> H) : Controller
{
    private const string Address = "distributions/{distributionId:length(26)}/type-in";

    [HttpGet]
    [Admin(Address, "MarketTypeIn")]
    public async Task<IActionResult> Index(string distributionId, string? accountId, string? member)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        if (await distributions.FindPublishedAsync(distributionId) is not { } distribution)
        {
            return NotFound();
        }

        if (await pages.FindAsync(accountId) is { } account)
        {
            return View(await pages.FillAsync(distribution, account));
        }

        var model = await pages.AskAsync(distribution, member);
        return model.Matches is [var only]
            ? RedirectToRoute("MarketTypeIn", new { distributionId, accountId = only.Id })
            : View(model);
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    [ActionName(nameof(Index))]
    [Admin(Address, "MarketTypeInPost")]
    public async Task<IActionResult> IndexPost(string distributionId, OrderForm form)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        if (await distributions.FindPublishedAsync(distributionId) is not { } distribution || await pages.FindAsync(form.AccountId) is not { } account)
        {
            return NotFound();
        }

        var result = await SaveAsync(distribution.Id, account.Id, form);
        if (result is OrderResult.Done done)
        {
            await notifier.SuccessAsync(H["{0} {1}: the order is saved, {2}.", account.Number, account.Name, done.Order.Due().ForPeople()]);
            if (done.DebitMissing)
            {
                await notifier.WarningAsync(H["The order is saved, and {0} is due for it; but no workflow put it on the account.", done.Order.Due().ForPeople()]);
            }

            if (done.Beyond.Count > 0)
            {
                await notifier.WarningAsync(H["The order holds more than the list allows. {0}", shortages.For(done.Beyond)]);
            }

            return RedirectToRoute("MarketTypeIn", new { distributionId });
        }

        ModelState.AddModelError(string.Empty, ((OrderResult.Refused)result).Sentence);
        return View(nameof(Index), await pages.FillAsync(distribution, account, form.Quantities));
    }

    // Of a member who has ordered already, the order is changed.
    private Task<OrderResult> SaveAsync(string distributionId, string accountId, OrderForm form)
    {
        var (quantities, userId) = (QuantityReader.Read(form.Quantities), User.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty);
        return string.IsNullOrEmpty(form.OrderId)
            ? orders.PlaceAsync(new PlaceOrder { AccountId = accountId, DistributionId = distributionId, Quantities = quantities, FormKey = form.FormKey ?? string.Empty, UserId = userId, OnBehalf = true })
            : orders.ChangeAsync(new ChangeOrder { OrderId = form.OrderId, AccountId = accountId, Revision = form.Revision, Quantities = quantities, UserId = userId, OnBehalf = true });
    }
}

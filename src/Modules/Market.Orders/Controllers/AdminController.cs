using System.Globalization;
using System.Security.Claims;
using Market.Ledger.Amounts;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.Sheets;
using Market.Orders.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Orders.Controllers;

/// <summary>Coordinators see everybody's orders here, and act for members. The order window does not bind them.</summary>
public sealed class AdminController(
    OrderService orders,
    OrderStore store,
    OrderPages pages,
    Distributions distributions,
    ShortageSentences shortages,
    IAuthorizationService authorization,
    INotifier notifier,
    IHtmlLocalizer<AdminController> H) : Controller
{
    // Ids have 26 characters; the length keeps an order's address apart from the others.
    private const string OrderAddress = "orders/{orderId:length(26)}";

    private string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty;

    [HttpGet]
    [Admin("orders", "MarketOrders")]
    public async Task<IActionResult> Index(string? distributionId) =>
        await authorization.AuthorizeAsync(User, OrdersPermissions.ViewOrders)
            ? View(await pages.ListAsync(distributionId, await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders)))
            : Forbid();

    [HttpGet]
    [Admin("orders/new", "MarketOrdersNew")]
    public async Task<IActionResult> New(string? distributionId, string? accountId, string? member)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        if (await distributions.FindPublishedAsync(distributionId) is not { } distribution)
        {
            return NotFound();
        }

        if (string.IsNullOrEmpty(accountId))
        {
            var asked = await pages.AskAsync(distribution, member);
            return asked.Matches is [var only] ? RedirectToAction(nameof(New), new { distributionId, accountId = only.Id }) : View(asked);
        }

        if (await store.FindPlacedAsync(accountId, distribution.Id) is { } placed)
        {
            return RedirectToAction(nameof(Details), new { orderId = placed.OrderId });
        }

        var model = await pages.NewAsync(distribution, accountId);
        return model.Account is null ? NotFound() : View(model);
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("orders/place", "MarketOrdersPlace")]
    public async Task<IActionResult> Place(OrderForm form)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        var result = await orders.PlaceAsync(new PlaceOrder
        {
            AccountId = form.AccountId ?? string.Empty,
            DistributionId = form.DistributionId ?? string.Empty,
            Quantities = QuantityReader.Read(form.Quantities),
            FormKey = form.FormKey ?? string.Empty,
            UserId = UserId,
            OnBehalf = true,
        });
        if (result is not OrderResult.Refused refused)
        {
            return await ShowAsync((OrderResult.Done)result);
        }

        if (await distributions.FindPublishedAsync(form.DistributionId) is not { } distribution)
        {
            return NotFound();
        }

        ModelState.AddModelError(string.Empty, refused.Sentence);
        return View(nameof(New), await pages.NewAsync(distribution, form.AccountId, form.Quantities));
    }

    [HttpGet]
    [Admin(OrderAddress, "MarketOrder")]
    public async Task<IActionResult> Details(string orderId)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ViewOrders))
        {
            return Forbid();
        }

        return await store.FindAsync(orderId) is { } order
            ? View(await pages.OneAsync(order, await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders)))
            : NotFound();
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin(OrderAddress + "/change", "MarketOrderChange")]
    public async Task<IActionResult> Change(string orderId, OrderForm form)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        if (await store.FindAsync(orderId) is not { } order)
        {
            return NotFound();
        }

        var result = await orders.ChangeAsync(new ChangeOrder
        {
            OrderId = order.OrderId,
            AccountId = order.AccountId,
            Revision = form.Revision,
            Quantities = QuantityReader.Read(form.Quantities),
            UserId = UserId,
            OnBehalf = true,
        });
        if (result is not OrderResult.Refused refused)
        {
            return await ShowAsync((OrderResult.Done)result);
        }

        ModelState.AddModelError(string.Empty, refused.Sentence);
        var typed = form.Revision == order.Revision ? form.Quantities : null;
        return View(nameof(Details), await pages.OneAsync(order, mayManage: true, typed));
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin(OrderAddress + "/cancel", "MarketOrderCancel")]
    public async Task<IActionResult> Cancel(string orderId, OrderForm form)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        if (await store.FindAsync(orderId) is not { } order)
        {
            return NotFound();
        }

        var result = await orders.CancelAsync(new CancelOrder
        {
            OrderId = order.OrderId,
            AccountId = order.AccountId,
            Revision = form.Revision,
            UserId = UserId,
            OnBehalf = true,
        });
        if (result is OrderResult.Done done)
        {
            return await ShowAsync(done);
        }

        await notifier.ErrorAsync(H["{0}", ((OrderResult.Refused)result).Sentence]);
        return RedirectToAction(nameof(Details), new { orderId });
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin(OrderAddress + "/debit", "MarketOrderDebit")]
    public async Task<IActionResult> PostDebit(string orderId, string? returnUrl)
    {
        if (!await authorization.AuthorizeAsync(User, OrdersPermissions.ManageOrders))
        {
            return Forbid();
        }

        switch (await orders.PostDebitAsync(orderId, UserId))
        {
            case OrderResult.Done { DebitMissing: false } done:
                await notifier.SuccessAsync(H["The account now owes {0} for this order.", Text(done.Order.Due())]);
                break;
            case OrderResult.Done:
                await notifier.WarningAsync(H["The debit of this state of the order was posted before and has been undone since. Change the order, or correct the account by hand."]);
                break;
            case OrderResult.Refused refused:
                await notifier.ErrorAsync(H["{0}", refused.Sentence]);
                break;
        }

        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToAction(nameof(Details), new { orderId });
    }

    private async Task<IActionResult> ShowAsync(OrderResult.Done done)
    {
        var due = Text(done.Order.Due());
        if (done.DebitMissing)
        {
            await notifier.WarningAsync(H["The order is saved, and {0} is due for it; but no workflow put it on the account.", due]);
        }
        else
        {
            await notifier.SuccessAsync(H["The order is saved; the account owes {0} for it.", due]);
        }

        if (done.Beyond.Count > 0)
        {
            await notifier.WarningAsync(H["The order holds more than the list allows. {0}", shortages.For(done.Beyond)]);
        }

        return RedirectToAction(nameof(Details), new { orderId = done.Order.OrderId });
    }

    private static string Text(Money amount) => amount.ToString(CultureInfo.CurrentCulture);
}
